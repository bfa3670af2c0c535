"""Every column of a table has a head, so that a screen reader can name the cell."""

import itertools
import re
from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "table-head"
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
EMPTY_CELL = re.compile(r"(^|\|)\s*\|")


def check(content: Content) -> Iterator[Problem]:
    """Find heads with an empty cell."""
    for page in content.pages:
        lines = page.text.prose
        for (number, line), (_, after) in itertools.pairwise(lines):
            if "|" in after and DELIMITER.match(after) and EMPTY_CELL.search(line.strip().removeprefix("|")):
                fault = "a column of the table has no head"
                yield Problem(page.path, number, fault, "name it, for example “Fact”", RULE)
