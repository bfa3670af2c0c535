"""A page starts with its one first-level heading; a tool or row has the sections of its kind."""

import itertools
import re
from collections.abc import Iterator

from scripts import dates
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "page-shape"
# The sections of a page of each kind, by the folder of the kind: id, and a title that the remedy offers.
# The id alone is looked for: the state of a tool is one of a month, and the month moves on.
SECTIONS = {
    "tools": {
        "purpose": "What it is for",
        "state": "State in {month}",
        "use": "A minimal example",
        "today": "What to use today",
    },
    "compare": {"practice": "In practice", "change": "What would change this"},
    "errors": {"cause": "Cause", "cure": "Cure"},
}
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.-]*")
KINDS = {"tools": "tool", "compare": "row", "errors": "error"}


def check(content: Content) -> Iterator[Problem]:
    """Find pages whose headings are not in order, and tool pages without their sections."""
    for page in content.pages:
        if page.is_unreadable:
            continue
        headings = page.text.headings
        first = [heading for heading in headings if heading.level == 1]
        if not first or headings[0].level != 1:
            fault = "the page does not start with a first-level heading"
            line = headings[0].line if headings else page.text.first_line
            remedy = "start its text with `# Title`" if page.is_notebook else "add `# Title {#title}`"
            yield Problem(page.path, line, fault, remedy, RULE)
        for extra in first[1:]:
            remedy = "make it a second-level one: `## …`"
            yield Problem(page.path, extra.line, "a second first-level heading", remedy, RULE)
        for before, heading in itertools.pairwise(headings):
            if heading.level > before.level + 1:
                fault = f"the heading “{heading.text}” skips a level"
                remedy = f"use {before.level + 1} number signs"
                yield Problem(page.path, heading.line, fault, remedy, RULE)
        yield from _sections(page)
        yield from _length(page)


def _length(page: Page) -> Iterator[Problem]:
    """A row explains in 100 to 400 words; more belongs on a page of its own."""
    if page.meta is None or page.meta.row is None:
        return
    words = sum(len(WORD.findall(line)) for _, line in page.text.prose)
    if not 100 <= words <= 400:
        fault = f"the text has {words} words"
        yield Problem(page.path, page.text.body_line, fault, "explain in 100 to 400 words", RULE)


def _sections(page: Page) -> Iterator[Problem]:
    folder, _, name = page.source.partition("/")
    if folder not in SECTIONS or name == "index.md":
        return
    kind = KINDS[folder]
    if page.meta and getattr(page.meta, kind) is None:
        remedy = f"add a `{kind}:` block; `python -m scripts new {kind} <id>` shows one"
        yield Problem(page.path, 1, f"a page in docs/{folder}/ without `{kind}` data", remedy, RULE)
    ids = {heading.id for heading in page.text.headings}
    for identifier, words in SECTIONS[folder].items():
        if identifier not in ids:
            title = words.format(month=dates.month_in_words(dates.latest()))
            remedy = f"add `## {title} {{#{identifier}}}`"
            yield Problem(page.path, 1, f"the section #{identifier} is missing", remedy, RULE)
