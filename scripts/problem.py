"""A content error as a contributor sees it: place, fault, remedy."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one line of one file.

    Args:
        path: the file, relative to the root of the repository, with forward slashes.
        line: the line, from 1.
        fault: what is wrong.
        remedy: what to do, with the exact command if there is one.
        rule: the rule's name, which is also its file name and its anchor in CONTRIBUTING.md.

    """

    path: str
    line: int
    fault: str
    remedy: str
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.fault}; {self.remedy} [{self.rule}]"
