"""Which notebooks of pairs are run when all would take too long: those that are touched, and a tenth."""

import hashlib
from collections.abc import Iterable

from scripts.content import edited
from scripts.content.tree import Content

PART = 10


def tenth(names: Iterable[str], commit: str) -> set[str]:
    """A tenth of the names, rounded up: the same ones for a commit, and others for the next."""
    order = sorted(names, key=lambda name: hashlib.sha256(f"{commit} {name}".encode()).hexdigest())
    return set(order[: -(-len(order) // PART)])


def touched(content: Content, names: Iterable[str], revision: str) -> set[str]:
    """The names of pairs of which a file differs from where this branch left `revision`.

    Raises:
        RevisionError: git knows no such revision.

    """
    pages = edited.since(revision, content).pages
    return {name for name in names if content.pair_pages[name].path in pages}
