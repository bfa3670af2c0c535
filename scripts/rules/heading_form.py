"""A heading is `## Words {#id}`: a space behind the signs, no underline, and something below it."""

import itertools
import re
from collections.abc import Iterator

from scripts.content import markdown
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Edit, Problem

RULE = "heading-form"
# A colour such as `#fff`, an issue such as `#12` and a line `#!` are no headings.
_SPACELESS = re.compile(r"^(#{2,6})(?=[^\s#!])(?![\da-f]{3,8}\b)(\S.*)$|^(#)(?=[A-Z][a-z])(\S.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_TEXT = re.compile(r"^ {0,3}[^\s|>#*+\-!?=:`~<].*")


def check(content: Content) -> Iterator[Problem]:
    """Find headings that are none, underlined ones, and sections without a word."""
    for page in content.pages:
        if page.is_notebook:
            continue  # notebook-record says it
        before = ""
        for number, line in page.text.prose:
            if spaceless := _SPACELESS.match(line):
                signs, words = spaceless[1] or spaceless[3], spaceless[2] or spaceless[4]
                remedy = f"write `{signs} {words}`"
                yield Problem(
                    page.path, number, "no space stands between the signs and the words", remedy, RULE
                )
            if _UNDERLINE.match(line) and _TEXT.match(before):
                level = "#" if line.strip()[0] == "=" else "##"
                words = before.strip()
                remedy = f"write `{level} {words}`; for a line across the page, leave an empty line before"
                yield Problem(page.path, number - 1, "a heading made by a line below it", remedy, RULE)
            before = line
        yield from _empty(page)


def fix(text: str, path: str, content: Content) -> Iterator[Edit]:
    """Write a space behind the signs of a heading, which two of them can only be meant to be."""
    if not path.endswith(".md"):
        return
    lines = text.split("\n")
    for number, line in markdown.split(text).prose:
        match = _SPACELESS.match(line)
        if match and match[1] and lines[number - 1] == line:
            yield Edit(number, f"{match[1]} {match[2]}", "a space stands behind the signs of the heading")


def _empty(page: Page) -> Iterator[Problem]:
    """Sections that end where they begin."""
    lines = page.text.body.split("\n")
    for heading, following in itertools.pairwise([*page.text.headings, None]):
        assert heading
        if following and following.level > heading.level:
            continue
        start = heading.line - page.text.body_line + 1
        end = following.line - page.text.body_line if following else len(lines)
        if heading.level > 1 and not any(line.strip() for line in lines[start:end]):
            fault = f"the section “{heading.text}” is empty"
            yield Problem(page.path, heading.line, fault, "say what it promises, or remove its heading", RULE)
