"""What Ruff says of the code below docs/: programs, and Python in blocks of pages.

It runs nothing of them. How they are formatted is stated in docs/.ruff.toml; without it nothing is asked.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruff import find_ruff_bin

from scripts import paths

SETTINGS = ".ruff.toml"
TIME_LIMIT = 60  # seconds; it needs a tenth of one
_FILE = re.compile(r"^\+\+\+ (.+)$")
_HUNK = re.compile(r"^@@ -(\d+)")


@dataclass(frozen=True)
class Finding:
    """What is not as it should be in a line of a file, whose path is as in messages.

    `rule` is Ruff's name of what it breaks; empty for what the formatter would write otherwise, in `places`
    places of the file.
    """

    path: str
    line: int
    message: str = ""
    rule: str = ""
    places: int = 0


def findings(root: Path) -> list[Finding]:
    """All that Ruff finds below docs/ of a root, but for programs that cannot be parsed."""
    if not (root / paths.DOCS / SETTINGS).is_file():
        return []
    return [
        *_unformatted(_said(root, "format", "--diff", "--quiet")),
        *_broken(root, _said(root, "check", "--output-format=json")),
    ]


def _said(root: Path, *command: str) -> str:
    """What Ruff writes of docs/; its exit code says no more than that."""
    ran = [find_ruff_bin(), *command, "--no-cache", paths.DOCS]
    done = subprocess.run(
        ran, cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=TIME_LIMIT, check=False
    )
    return done.stdout


def _unformatted(diff: str) -> Iterator[Finding]:
    """One finding a file of a diff in the unified format, at the first line that would change."""
    path, line, places, at = "", 0, 0, 0
    for text in [*diff.splitlines(), "+++ "]:
        if text.startswith("+++ "):
            if places:
                yield Finding(path, line, places=places)
            named = _FILE.match(text)
            path, line, places, at = named[1] if named else "", 0, 0, 0
        elif hunk := _HUNK.match(text):
            at, places = int(hunk[1]), places + 1
        elif text.startswith("--- ") and not at:
            continue
        elif text.startswith(("-", "+")):
            line = line or max(at, 1)
            at += text.startswith("-")
        else:
            at += 1


def _broken(root: Path, found: str) -> Iterator[Finding]:
    """The findings of the linter, which are JSON."""
    for entry in json.loads(found or "[]"):
        if entry["code"] and entry["code"] != "invalid-syntax":
            path = Path(entry["filename"]).relative_to(root.resolve()).as_posix()
            yield Finding(path, entry["location"]["row"], entry["message"], entry["code"])
