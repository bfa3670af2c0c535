"""No placeholder text of a scaffold is left: what `python -m scripts new` writes to be replaced says TODO."""

import re
from collections.abc import Iterator

from scripts import paths
from scripts.content import source
from scripts.content.markdown import HEADING_ID, INLINE_CODE
from scripts.content.page import Page
from scripts.content.tree import ARTICLE, DECISION, MOVES, PRESETS, Content
from scripts.problem import Problem

RULE = "placeholder"
MARK = re.compile(r"\bTODO\b")
WORD = re.compile(r"\w")
DATA = (ARTICLE, DECISION, PRESETS, MOVES)


def check(content: Content) -> Iterator[Problem]:
    """Find the mark of placeholders in pages, data, programs, and subjects of the measurements.

    On a page, code may speak of it.
    """
    for page in content.pages:
        for line, text in _lines(page):
            yield from _problems(page.path, line, text)
    files = [content.docs / name for name in DATA]
    files += [*content.docs.rglob("*.py"), *(content.root / paths.SUBJECTS).glob("*.py")]
    for file in sorted(file for file in files if file.is_file()):
        path = file.relative_to(content.root).as_posix()
        for line, text in enumerate(source.read(file).splitlines(), start=1):
            yield from _problems(path, line, text)


def _problems(path: str, line: int, text: str) -> Iterator[Problem]:
    """One problem for a line, with what its last placeholder asks for."""
    if not MARK.search(text):
        return
    hint = HEADING_ID.sub("", MARK.split(text)[-1]).strip(" \t\"'#:,(){}|")
    fault = f"a placeholder is left: “{hint}”" if WORD.search(hint) else "a placeholder is left"
    yield Problem(path, line, fault, "do what it asks, and remove TODO", RULE)


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a page with their numbers in its file: front matter, and prose without code."""
    for index, line in enumerate(page.text.front_matter.split("\n"), start=1):
        number = page.front_lines[index] if index < len(page.front_lines) else index + 1
        yield number, INLINE_CODE.sub("", line)
    yield from page.text.prose
