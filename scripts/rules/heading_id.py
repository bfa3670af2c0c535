"""Every heading carries a hand-written id, unique on its page; rewording keeps the address."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from scripts.content import markdown
from scripts.content.tree import Content
from scripts.problem import Edit, Problem

RULE = "heading-id"
NONE = "id"  # what is suggested for a heading without a word that could be one
READABLE = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")


def check(content: Content) -> Iterator[Problem]:
    """Find headings without an id, ids that are not readable, and ids used twice."""
    for page in content.pages:
        for heading in page.text.headings:
            if heading.id is None:
                fault = f"the heading “{heading.text}” has no id"
                remedy = f"end it with {{#{_suggestion(heading.text)}}}"
                yield Problem(page.path, heading.line, fault, remedy, RULE)
        seen: dict[str, int] = {}
        for item in page.text.ids:
            if not READABLE.match(item.text):
                remedy = "use lower-case words joined by hyphens"
                yield Problem(page.path, item.line, f"the id “{item.text}” is not readable", remedy, RULE)
            if item.text in seen:
                fault = f"the id “{item.text}” is used before, in line {seen[item.text]}"
                yield Problem(page.path, item.line, fault, "choose another one", RULE)
            seen.setdefault(item.text, item.line)


def fix(text: str, path: str, content: Content) -> Iterator[Edit]:
    """Give a heading of a page the id that its words make, if it is readable and no other has it."""
    if not path.endswith(".md"):
        return
    page = markdown.split(text)
    lines = text.split("\n")
    without = [heading for heading in page.headings if heading.id is None]
    taken = Counter([item.text for item in page.ids] + [_suggestion(heading.text) for heading in without])
    for heading in without:
        name = _suggestion(heading.text)
        # Braces and number signs at the end mean something of their own.
        if name == NONE or taken[name] > 1 or not READABLE.match(name) or heading.text.endswith(("}", "#")):
            continue
        line = lines[heading.line - 1].rstrip()
        yield Edit(heading.line, f"{line} {{#{name}}}", f"the heading has the id {{#{name}}}")


def _suggestion(text: str) -> str:
    """The first words of a heading that can be an id, which begins with a letter."""
    words = itertools.dropwhile(lambda word: word[0].isdigit(), re.findall(r"[a-z0-9]+", text.lower()))
    return "-".join(list(words)[:4]) or NONE
