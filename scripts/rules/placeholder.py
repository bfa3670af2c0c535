"""No placeholder text of a scaffold is left: what `python -m scripts new` writes to be replaced says TODO.

Its words are looked for without that mark, too: who deletes the mark alone has not done what they ask.
"""

import re
from collections.abc import Iterator
from functools import cache

from scripts import paths
from scripts.content import source
from scripts.content.markdown import HEADING_ID, INLINE_CODE
from scripts.content.page import Page
from scripts.content.tree import ARTICLE, DECISION, MOVES, PRESETS, Content
from scripts.problem import Problem

RULE = "placeholder"
MARK = re.compile(r"\bTODO\b")
WORD = re.compile(r"\w")
SCAFFOLDS = paths.ROOT / "scripts" / "commands" / "templates"
LEAST_WORDS = 5  # of a scaffold's text, so that nobody writes them by chance
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


@cache
def _scaffolds() -> tuple[str, ...]:
    """What the scaffolds ask for, each text without its mark and its end, which may be filled in."""
    texts = set()
    for file in SCAFFOLDS.rglob("*.*"):
        for asked in re.findall(
            r"TODO ((?:Answer|Do|Get|Give|Name|Put|Replace|Say|Show|Write) [^{}\"\\\n]*)", source.read(file)
        ):
            words = asked.strip(" .?*'|")
            if len(words.split()) >= LEAST_WORDS:
                texts.add(words)
    return tuple(sorted(texts))


def _problems(path: str, line: int, text: str) -> Iterator[Problem]:
    """One problem for a line, with what its last placeholder asks for."""
    if not MARK.search(text):
        if left := next((words for words in _scaffolds() if words in text), ""):
            fault = f"a placeholder is left: “{left}”"
            yield Problem(path, line, fault, "do what it asks, and remove these words", RULE)
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
