"""The record of a family of the API map: what a run of its entries showed.

`docs/api/<family>.run.json` is written by `python -m scripts api` alone.
"""

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from scripts.content import run_record
from scripts.model.api_map import Entry
from scripts.model.framework import Framework

FOLDER = "api"

# What of an entry is executed, or compared with what was.
_EXECUTED = (
    "tensorflow", "pytorch", "match", "arguments", "inputs", "arrays", "code", "also", "within", "random",
    "fixed", "other_type", "alone", "mistake",
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """What a run of an entry showed.

    `entry` is the fingerprint of what was executed; `difference` the greatest between both results (None
    where one side has code), `mistake` that of the mistake, or the exception that it stops with; `types` the
    types of the numbers of both results; `parameters` those of each name as a call shows them; `defaults`
    those that differ: TensorFlow's argument and default, then PyTorch's; `warned` what each side warned of;
    `cases` by how much the wrong lines of each case are, or what they stop with (None where it has none).
    """

    entry: str
    difference: float | None
    mistake: float | str | None
    types: dict[Framework, str]
    parameters: dict[str, str]
    defaults: list[list[str]]
    warned: dict[Framework, list[str]]
    cases: list[float | str | None] = field(default_factory=list)


@dataclass(frozen=True)
class Run:
    """A recorded run of a family: what each entry showed, versions by package, and the day."""

    entries: dict[str, Shown]
    versions: dict[str, str]
    recorded: datetime.date


def fingerprint(entry: Entry) -> str:
    """The SHA-256 of what of an entry is executed; what it says of it in words may be edited."""
    data = entry.model_dump(mode="json", include=set(_EXECUTED))
    if entry.cases:
        data["cases"] = [case.model_dump(mode="json", exclude={"note"}) for case in entry.cases]
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


def record_of(docs: Path, family: str) -> Path:
    """The file of a family's record."""
    return docs / FOLDER / f"{family}.run.json"


def read(docs: Path, family: str) -> Run | None:
    """The record of a family, or None if there is none that can be read."""
    return run_record.read(record_of(docs, family), _run)


def _run(
    entries: Mapping[str, Mapping[str, object]], versions: dict[str, str], recorded: datetime.date
) -> Run:
    return Run({name: Shown(**shown) for name, shown in entries.items()}, versions, recorded)  # type: ignore[arg-type]


def write(docs: Path, family: str, run: Run) -> Path:
    """Write the record of a family. Returns the file."""
    data = asdict(run)
    for shown in data["entries"].values():
        if not shown["cases"]:
            del shown["cases"]
    return run_record.write(record_of(docs, family), data)
