"""One run of the measurements: a file of `docs/measurements/results/`, written once and never edited."""

import datetime

from pydantic import Field

from scripts.model.base import Identifier, Record


class Machine(Record):
    """Where it ran. Memory in bytes."""

    name: Identifier
    processor: str
    cores: int
    memory: int
    system: str


class MeasuredVariant(Record):
    """One variant: seconds to make it ready, facts by name, and the seconds of each step, round by round."""

    id: str
    made: float
    outputs: list[float]
    facts: dict[str, float]
    rounds: list[list[float]]


class MeasuredSubject(Record):
    """All variants of a subject, in one run."""

    id: str
    variants: list[MeasuredVariant] = Field(min_length=1)


class MeasuredRun(Record):
    """One run: when, where, under which load and flags, with which versions, and what it found."""

    started: datetime.datetime
    seconds: float
    machine: Machine
    load: float
    flags: dict[str, str]
    versions: dict[str, str]
    subjects: list[MeasuredSubject] = Field(min_length=1)
