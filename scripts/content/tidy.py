"""What editors leave that no reader sees: a byte-order mark, CRLF, white space at the ends of lines.

The check bears with all of it. `python -m scripts check --fix` removes it where that changes nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scripts.content import markdown, records
from scripts.problem import Edit

MARK = "\ufeff"
_FOREIGN_END = re.compile(r"\r\n?")
# Without the space behind it this would be no list item, quotation or definition any more.
_MARKER = re.compile(r"^(?:\W*|\s*\d+[.)])$")
_MAYBE_CODE = re.compile(r"^(?: {4}|\t)")
_TAB = 4  # spaces, as Markdown counts them
_BREAK = 2  # spaces at the end of a line that break it


def start(text: str) -> tuple[str, list[Edit]]:
    """A text without a byte-order mark and with LF at the ends of its lines, and what was changed."""
    edits = []
    if text.startswith(MARK):
        text = text.removeprefix(MARK)
        edits.append(Edit(1, "", "the byte-order mark is gone"))
    if ends := list(_FOREIGN_END.finditer(text)):
        line = text.count("\n", 0, ends[0].start()) + 1
        edits.append(Edit(line, "", f"lines end with LF, {len(ends)} of them from here on"))
        text = _FOREIGN_END.sub("\n", text)
    return text, edits


def line_ends(text: str, path: str) -> Iterator[Edit]:
    """Edits that strip trailing white space, except in code and where it is a line break."""
    if path.endswith(".yml"):
        yield from _data(text, 1)
    elif path.endswith(".md"):
        page = markdown.split(text)
        yield from _data(page.front_matter, 2)
        yield from _prose(page.body.split("\n"), page.body_line)
    else:
        for number, line in enumerate(text.split("\n"), start=1):
            if line != line.rstrip():
                yield _edit(number, line.rstrip())


def end(text: str, path: str) -> str:
    """A text whose last line ends; the same where that would change what YAML reads."""
    if not text or text.endswith("\n"):
        return text
    ended = f"{text}\n"
    return ended if not path.endswith(".yml") or _same(text, ended) else text


def _data(text: str, first_line: int) -> Iterator[Edit]:
    """The lines of YAML, if all of it reads the same without the white space, which a block of text keeps."""
    lines = text.split("\n")
    tidied = [line.rstrip(" \t") for line in lines]
    if lines != tidied and _same(text, "\n".join(tidied)):
        for number, (line, new) in enumerate(zip(lines, tidied, strict=True), start=first_line):
            if line != new:
                yield _edit(number, new)


def _same(text: str, other: str) -> bool:
    """Whether two texts are valid YAML with the same data."""
    data, problems = records.parse_yaml(text, "")
    other_data, other_problems = records.parse_yaml(other, "")
    return not problems and not other_problems and bool(data == other_data)


def _prose(lines: Sequence[str], first_line: int) -> Iterator[Edit]:
    following = [*lines[1:], ""]
    for index, line in markdown.outside_fences(lines):
        kept = line.rstrip(" \t")
        if kept != line and not _means_something(line, kept, following[index]):
            yield _edit(first_line + index, kept)


def _means_something(line: str, kept: str, following: str) -> bool:
    """Whether trailing white space may change what is rendered."""
    if not kept:
        return False
    if _MARKER.match(kept) or _MAYBE_CODE.match(line):
        return True
    breaks = len(line.expandtabs(_TAB)) - len(kept.expandtabs(_TAB)) >= _BREAK
    return breaks and bool(following.strip()) and not markdown.HEADING.match(kept)


def _edit(line: int, text: str) -> Edit:
    return Edit(line, text, "no white space at the end")


def applied(text: str, edits: Iterable[Edit]) -> tuple[str, list[Edit]]:
    """A text with the lines that were edited, and the edits."""
    lines, done = text.split("\n"), list(edits)
    for edit in done:
        lines[edit.line - 1] = edit.text
    return "\n".join(lines), done
