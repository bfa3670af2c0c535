"""A content error as a contributor sees it: place, fault, remedy; and what was done about one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from traceback import extract_tb
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

    @property
    def annotation(self) -> str:
        """The workflow command with which GitHub shows it at its line of a pull request."""
        place = {"file": self.path, "line": str(self.line), "title": self.rule}
        properties = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items())
        return f"::{self.level} {properties}::{_escaped(f'{self.fault}; {self.remedy}')}"


def _escaped(text: str, more: str = "") -> str:
    """A text as a workflow command takes it: on one line, and in a property without what ends that."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def failed(error: Exception, folder: Path) -> Problem:
    """The problem of our own code, below `folder`, that fails where it should report."""
    frames = [
        frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(folder)
    ]
    place, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (str(folder / "scripts"), 1)
    said = " ".join(str(error).split())[:200]
    fault = f"the check itself fails: {type(error).__name__}: {said}"
    remedy = "report it, with the edit that led here"
    return Problem(Path(place).relative_to(folder).as_posix(), line, fault, remedy, "internal")


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
