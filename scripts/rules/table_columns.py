"""Every row of a table has as many cells as its head: what is too much is not shown."""

import re
from collections.abc import Iterator, Sequence

from scripts.content.tree import Content
from scripts.problem import Problem
from scripts.rules.table_head import DELIMITER

RULE = "table-columns"
_BAR = re.compile(r"(?<!\\)\|")


def check(content: Content) -> Iterator[Problem]:
    """Find rows with more or fewer cells than their table's head."""
    for page in content.pages:
        lines = page.text.prose
        for index in range(1, len(lines)):
            if "|" in lines[index][1] and DELIMITER.match(lines[index][1]) and "|" in lines[index - 1][1]:
                for line, cells, columns in _uneven(lines, index):
                    fault = f"the row has {cells} cells, and its table {columns} columns"
                    remedy = "write a cell for each column; a bar that is text is written `\\|`"
                    yield Problem(page.path, line, fault, remedy, RULE)


def _uneven(lines: Sequence[tuple[int, str]], index: int) -> Iterator[tuple[int, int, int]]:
    """The line of each uneven row of the table whose second line is at `index`, with both numbers."""
    columns = _cells(lines[index - 1][1])
    indent = len(lines[index][1]) - len(lines[index][1].lstrip())
    for number, line in lines[index:]:
        if not line.strip() or len(line) - len(line.lstrip()) < indent or "|" not in line:
            return
        if _cells(line) != columns:
            yield number, _cells(line), columns


def _cells(line: str) -> int:
    """How many cells a row has."""
    return len(_BAR.split(re.sub(r"(?<!\\)\|$", "", line.strip().removeprefix("|"))))
