"""Reads the files of results, and says what their figures mean."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from scripts import paths
from scripts.content import source
from scripts.content.json_record import fault_of
from scripts.model.measurement import MeasuredRun, MeasuredSubject, MeasuredVariant
from scripts.problem import Problem

RULE = "measured-result"
FOLDER = "measurements/results"
DETAILS = "processor details"  # the flag under which a run keeps them


@dataclass(frozen=True)
class SubjectRun:
    """A subject as one run measured it."""

    run: MeasuredRun
    file: str
    subject: MeasuredSubject

    @cached_property
    def variants(self) -> dict[str, MeasuredVariant]:
        """The variants by id."""
        return {variant.id: variant for variant in self.subject.variants}


@dataclass(frozen=True)
class Figure:
    """A median with the least and the greatest of its rounds."""

    median: float
    low: float
    high: float

    @property
    def is_one(self) -> bool:
        """For a ratio: whether 1 lies within its spread, so that there is no difference to speak of."""
        return self.low <= 1 <= self.high


def read(docs: Path) -> list[tuple[str, MeasuredRun]]:
    """Every run that can be read, with its file's name, the newest first."""
    runs = [(file.name, run) for file in _files(docs) if isinstance(run := _run(file), MeasuredRun)]
    return sorted(runs, key=lambda entry: entry[1].started, reverse=True)


def faults(docs: Path) -> Iterator[Problem]:
    """A problem for each file that is not a valid result."""
    for file in _files(docs):
        if isinstance(fault := _run(file), str):
            path = f"{paths.DOCS}/{FOLDER}/{file.name}"
            yield Problem(path, 1, fault, "restore the file; results are never edited", RULE)


def _files(docs: Path) -> list[Path]:
    return sorted((docs / FOLDER).glob("*.json"), reverse=True)


def _run(file: Path) -> MeasuredRun | str:
    """The run in a file, or why it cannot be read."""
    try:
        return MeasuredRun.model_validate_json(source.read(file))
    except ValidationError as error:
        return fault_of(error, "result of a run")


def of_subject(runs: Sequence[tuple[str, MeasuredRun]], subject: str) -> list[SubjectRun]:
    """The runs that measured a subject, the newest first."""
    return [
        SubjectRun(run, name, measured)
        for name, run in runs
        for measured in run.subjects
        if measured.id == subject
    ]


def before(runs: list[SubjectRun]) -> tuple[SubjectRun | None, SubjectRun | None]:
    """For the newest of a subject's runs: the one before it on the same machine, and the newest on another.

    Machines are the same if all that is recorded of them is.
    """
    newest, *older = runs
    same = next((entry for entry in older if entry.run.machine == newest.run.machine), None)
    other = next((entry for entry in older if entry.run.machine != newest.run.machine), None)
    return same, other


def seconds(variant: MeasuredVariant) -> Figure | None:
    """The seconds of a step: the median of the rounds' medians, and their least and greatest."""
    medians = [statistics.median(samples) for samples in variant.rounds]
    return _figure(medians) if medians else None


def ratio(variant: MeasuredVariant, reference: MeasuredVariant) -> Figure | None:
    """Time of a step divided by that of the reference, compared round by round."""
    ratios = [
        statistics.median(one) / statistics.median(other)
        for one, other in zip(variant.rounds, reference.rounds, strict=True)
    ]
    return _figure(ratios) if ratios else None


def _figure(values: list[float]) -> Figure:
    return Figure(statistics.median(values), min(values), max(values))
