"""What a subject of measurement consists of. Standard library alone: the frameworks' side reads it too."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.model.framework import FRAMEWORKS, Framework

QUICK = "MEASURE_QUICK"  # the variable that is set in a trial, in which subjects repeat nothing

Side = Framework
# Endings of the names of a fact's least and greatest value.
LEAST, MOST = "_least", "_most"
SIDES = tuple(FRAMEWORKS)


@dataclass(frozen=True)
class Case:
    """A variant made ready in its process.

    `step` does one step of work and returns when it is done; None if nothing is timed. `outputs` are numbers
    on which all variants of the subject must agree, taken before anything is timed. `facts` are measured
    while making it, such as bytes or seconds, by name.
    """

    step: Callable[[], Any] | None
    outputs: Sequence[float]
    facts: dict[str, float] = field(default_factory=dict)


def spread(name: str, values: Sequence[float]) -> dict[str, float]:
    """A fact that was measured several times: the median, and under its name with an ending both ends."""
    return {name: statistics.median(values), name + LEAST: min(values), name + MOST: max(values)}


@dataclass(frozen=True)
class Variant:
    """One way to do a subject's work: its id, title, framework, and the function that makes it ready.

    `environment` is where it runs: a runtime that pins other releases has one of its own.
    """

    id: str
    title: str
    side: Side
    make: Callable[[], Case]
    environment: str = "frameworks"


@dataclass(frozen=True)
class Subject:
    """A thing that is measured in several variants.

    `unit` is what a step counts as (`training step of 32 images`). `within` is how far apart outputs may
    be. `reference` is the variant to which ratios are taken. `facts` gives the unit of each fact by its
    name (`bytes`, `seconds`), without the ends of its spread. `says` tells in a sentence what the figures
    do not tell. `alone` is whether the process itself is measured, so that no other variant may have run in
    it. `may_lack` names the facts that some machines do not give.
    """

    id: str
    title: str
    question: str
    group: str
    unit: str
    within: float
    reference: str
    variants: Sequence[Variant]
    says: str
    facts: dict[str, str] = field(default_factory=dict)
    alone: bool = False
    may_lack: frozenset[str] = frozenset()
