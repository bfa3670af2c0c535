"""A content error as a contributor sees it: place, fault, remedy; and what was done about one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

# An error stops a contribution; a warning is for whoever looks after the page.
Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one line of one file.

    Args:
        path: the file, relative to the root of the repository, with forward slashes.
        line: the line, from 1.
        fault: what is wrong.
        remedy: what to do, with the exact command if there is one.
        rule: the rule's name, which is also its file name and its anchor in CONTRIBUTING.md.
        level: whether it stops the check.
        about: the id of the page whose absence is the fault, if one is. Nothing is said of it while that page
            is there and cannot be read.

    """

    path: str
    line: int
    fault: str
    remedy: str
    rule: str
    level: Level = "error"
    about: str = field(default="", compare=False)

    def __str__(self) -> str:
        level = "warning: " if self.level == "warning" else ""
        return f"{self.path}:{self.line}: {level}{self.fault}; {self.remedy} [{self.rule}]"


@dataclass(frozen=True)
class Edit:
    """A line of a file, from 1, with its new text, and what that changes, for the one who reads of it."""

    line: int
    text: str
    done: str


@dataclass(frozen=True, order=True)
class Fixed:
    """What was corrected in one line of one file."""

    path: str
    line: int
    done: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: fixed: {self.done}"


def unknown_id(  # noqa: PLR0913, PLR0917  (a problem's own parts, and where the id may be from)
    path: str, line: int, key: str, name: str, known: Iterable[str], rule: str
) -> Problem:
    """The problem of a key that names a page by an id which no page has."""
    remedy = f"correct the id{meant(name, known)}, or remove it"
    return Problem(path, line, f"`{key}` names “{name}”, which does not exist", remedy, rule, about=name)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty if none is near."""
    return next(iter(get_close_matches(word.lower(), sorted(known), 1, 0.7)), "")


def meant(word: str, known: Iterable[str]) -> str:
    """A question such as ` (did you mean “onnx”?)`, if a word is nearly a known one; else empty."""
    near = nearest(word, known)
    return f" (did you mean “{near}”?)" if near else ""
