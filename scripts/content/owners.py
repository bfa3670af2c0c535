"""Who looks after which file: .github/CODEOWNERS, as GitHub reads it.

The last line that matches a file counts; a line without accounts takes them away again. Of its patterns those
are read that start at the root: `/docs/compare/`, `/docs/**/*.py`, `*` alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.content import source

FILE = ".github/CODEOWNERS"
_ACCOUNT = re.compile(r"@[A-Za-z0-9-]+(/[A-Za-z0-9_.-]+)?\Z")
_PATTERN = re.compile(r"(\*|/[\w./*-]*)\Z", re.ASCII)
_SPECIAL = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}


@dataclass(frozen=True)
class Line:
    """One line: its number, its pattern, its accounts."""

    number: int
    pattern: str
    accounts: tuple[str, ...]

    @property
    def faults(self) -> Iterator[str]:
        """What GitHub or we would not understand of it."""
        if not _PATTERN.match(self.pattern):
            yield f"the pattern `{self.pattern}` does not start at the root with `/`"
        yield from (
            f"`{account}` is no account such as @someone or @group/team"
            for account in self.accounts
            if not _ACCOUNT.match(account)
        )

    def matches(self, path: str) -> bool:
        """Whether it names a file, by its path from the root."""
        if self.pattern == "*":
            return True
        parts = re.split(r"(\*\*/|\*\*|\*)", self.pattern.removeprefix("/").removesuffix("/"))
        expression = "".join(_SPECIAL.get(part, re.escape(part)) for part in parts)
        # A folder's name stands for all below it; a last `*` for the files of that folder alone.
        below = "" if self.pattern.endswith("*") else "(?:/.*)?"
        return re.fullmatch(expression + below, path) is not None


def read(root: Path) -> list[Line]:
    """The lines of the file that name something; none where there is no such file."""
    file = root / FILE
    if not file.is_file():
        return []
    lines = []
    for number, text in enumerate(source.read(file).splitlines(), start=1):
        pattern, *accounts = text.partition(" #")[0].split() or [""]
        if pattern and not pattern.startswith("#"):
            lines.append(Line(number, pattern, tuple(accounts)))
    return lines


def of(path: str, lines: list[Line]) -> tuple[str, ...]:
    """The accounts that look after a file; empty if nobody does."""
    return next((line.accounts for line in reversed(lines) if line.matches(path)), ())
