"""How much of both frameworks the API map covers: of their public names, and of the uses in public code."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.tree import Content
from scripts.model.framework import FRAMEWORKS, Framework

MOST_USED = 100  # names of each side, of whose uses the share is stated


@dataclass(frozen=True)
class Module:
    """A module of a framework: how many of its public names have an entry, and how many there are."""

    side: Framework
    name: str
    covered: int
    names: int


def covered(content: Content) -> frozenset[str]:
    """The names that an entry has, each by the earliest name of its object."""
    first = content.public_names.first if content.public_names else str
    return frozenset(
        first(name) for _, entry in content.entries.values() for name in (*entry.tensorflow, *entry.pytorch)
    )


def modules(content: Content) -> Iterator[Module]:
    """The modules whose names are counted, in their order."""
    names = content.public_names
    if names is None:
        return
    known = covered(content)
    for side in FRAMEWORKS:
        for module in names.counted[side]:
            full = [names.first(f"{module}.{name}") for name in names.modules[module]]
            yield Module(side, module, sum(name in known for name in full), len(full))


def most_used(content: Content, side: Framework) -> list[tuple[str, float, bool]]:
    """The most used names of a side with their shares in all uses, and whether an entry has them."""
    if content.uses is None:
        return []
    known = covered(content)
    first = content.public_names.first if content.public_names else str
    found = list(content.uses.shares[side].items())[:MOST_USED]
    return [(name, share, first(name) in known) for name, share in found]


def share(content: Content, side: Framework) -> float:
    """The share of the uses of the most used names that are uses of covered ones, from 0 to 1."""
    names = most_used(content, side)
    total = sum(part for _, part, _ in names)
    return sum(part for _, part, is_covered in names if is_covered) / total if total else 0.0
