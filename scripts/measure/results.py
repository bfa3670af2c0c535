"""Reads the files of results, and says what their figures mean."""

import statistics
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.model.measurement import MeasuredRun, MeasuredSubject, MeasuredVariant

FOLDER = "measurements/results"
DETAILS = "processor details"  # the flag under which a run keeps them


@dataclass(frozen=True)
class Found:
    """A subject as one run found it."""

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
    """Every run with its file's name, the newest first."""
    files = sorted((docs / FOLDER).glob("*.json"), reverse=True)
    runs = [(file.name, MeasuredRun.model_validate_json(file.read_text(encoding="utf-8"))) for file in files]
    return sorted(runs, key=lambda entry: entry[1].started, reverse=True)


def found(runs: list[tuple[str, MeasuredRun]], subject: str) -> list[Found]:
    """What the runs found on a subject, the newest first."""
    return [
        Found(run, name, measured)
        for name, run in runs
        for measured in run.subjects
        if measured.id == subject
    ]


def before(runs: list[Found]) -> tuple[Found | None, Found | None]:
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
    """How many times as long as the reference a step takes, compared round by round."""
    ratios = [
        statistics.median(one) / statistics.median(other)
        for one, other in zip(variant.rounds, reference.rounds, strict=True)
    ]
    return _figure(ratios) if ratios else None


def _figure(values: list[float]) -> Figure:
    return Figure(statistics.median(values), min(values), max(values))
