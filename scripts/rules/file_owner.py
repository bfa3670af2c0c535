"""A line of .github/CODEOWNERS names files that exist, and accounts as GitHub writes them.

GitHub passes over a line that it does not understand, and nobody would be told that a page has aged.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.content import owners
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "file-owner"
_LEFT_OUT = {".git", ".venvs", "node_modules", "site", "__pycache__"}


def check(content: Content) -> Iterator[Problem]:
    """Find lines that name nothing, or nobody that can be told."""
    lines = owners.read(content.root)
    names = list(_files(content.root)) if lines else []
    for line in lines:
        faults = list(line.faults)
        for fault in faults:
            yield Problem(owners.FILE, line.number, fault, "correct it, as the head of the file says", RULE)
        if not faults and not any(line.matches(name) for name in names):
            fault = f"`{line.pattern}` names no file"
            yield Problem(owners.FILE, line.number, fault, "correct the path, or remove the line", RULE)


def _files(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in _LEFT_OUT]
        for name in files:
            yield (Path(folder) / name).relative_to(root).as_posix()
