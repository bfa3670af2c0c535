"""One run of the measurements: a file of `docs/measurements/results/`, written once and never edited."""

import datetime

from pydantic import Field

from scripts.model.base import Identifier, Record


class Machine(Record):
    """Where it ran."""

    name: Identifier = Field(description="Name of the machine, in the names of its files")
    processor: str = Field(description="Processor, as the system calls it")
    cores: int = Field(description="How many cores it has")
    memory: int = Field(description="Memory in bytes")
    system: str = Field(description="Operating system and its version")


class MeasuredVariant(Record):
    """One variant of a subject, as it was measured."""

    id: str = Field(description="Id of the variant")
    made: float = Field(description="Seconds until it was ready")
    outputs: list[float] = Field(description="Numbers on which all variants agree")
    facts: dict[str, float] = Field(description="What was measured while it was made ready, by name")
    rounds: list[list[float]] = Field(description="Seconds of each step, round by round")


class MeasuredSubject(Record):
    """All variants of a subject, in one run."""

    id: str = Field(description="Id of the subject")
    variants: list[MeasuredVariant] = Field(min_length=1, description="Its variants")
    program: str | None = Field(
        default=None,
        description="SHA-256 of the file that says what is measured; none in the first results",
    )


class MeasuredRun(Record):
    """One run: when and where, under which conditions, with which results."""

    started: datetime.datetime = Field(description="When it started, in UTC")
    seconds: float = Field(description="How long it took, in seconds")
    machine: Machine = Field(description="Machine that it ran on")
    load: float = Field(description="Load of the machine when it started")
    flags: dict[str, str] = Field(description="Settings that bear on speed, by name")
    versions: dict[str, str] = Field(description="Versions of the packages, by name")
    subjects: list[MeasuredSubject] = Field(min_length=1, description="What was measured")
    fingerprint: str = Field(default="", description="SHA-256 of all the rest, which an edit breaks")
