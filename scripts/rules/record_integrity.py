"""A record is as it was written, of a day that has come, and with the versions that are pinned."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts import dates, paths
from scripts.content import (
    api_record,
    error_files,
    fingerprint,
    json_lines,
    measured_runs,
    pair_files,
    pins,
    program_record,
    source,
)
from scripts.content.notebook_file import FOLDER
from scripts.content.tree import Content
from scripts.measure import catalogue
from scripts.model.pair import SIDES
from scripts.problem import Problem

RULE = "record-integrity"


def check(content: Content) -> Iterator[Problem]:
    """Find records that were edited, lie ahead, or name versions that are not pinned."""
    for page, pair in content.pairs:
        if content.results[page.id] is None:
            continue  # that there is no record, another rule says
        file = pair_files.folder_of(content.docs, page.id) / pair_files.RECORD
        pinned: dict[str, dict[str, str]] = {
            side: pins.of(content.root, pair.environment(side)) for side in SIDES
        }
        yield from _record(_read(content, file, f"run `python -m scripts run {page.id}`"), pinned)
    for name, page in content.programs.items():
        if page.meta is None or program_record.read_record(content.docs, name) is None:
            continue
        file = program_record.record_of(content.docs, name)
        record = _read(content, file, f"run `python -m scripts programs {name}`")
        yield from _record(record, {"": pins.of(content.root, content.program_environment(name))})
    for name, (_, message) in content.error_pages.items():
        if content.error_runs[name] is None:
            continue
        record = _read(
            content, error_files.record_of(content.docs, name), f"run `python -m scripts errors {name}`"
        )
        yield from _record(record, {"": pins.of(content.root, message.environment)})
    for name, run in content.api_runs.items():
        if run is not None:
            file = api_record.record_of(content.docs, name)
            record = _read(content, file, f"run `python -m scripts api {name}`")
            yield from _record(record, {"": pins.of(content.root, "frameworks")})
    for page, _ in content.notebooks:
        file = content.docs / FOLDER / f"{page.id}.ipynb"
        record = _read(content, file, f"run `python -m scripts notebooks {page.id}`")
        yield from _notebook(record, pins.of(content.root, "frameworks"))
    yield from _measurements(content)


@dataclass(frozen=True)
class _Record:
    """A file of a record: its path in messages, its text, and what to do when it is wrong."""

    path: str
    text: str
    remedy: str

    @cached_property
    def fields(self) -> Any:
        """What it holds; nothing if that is no record, of which other rules tell."""
        try:
            fields = json.loads(self.text)
        except ValueError:
            return {}
        return fields if isinstance(fields, dict) else {}

    @cached_property
    def _place(self) -> json_lines.Place:
        return json_lines.of(self.text)

    def problem(self, fault: str, *steps: str | int) -> Problem:
        """A problem of what stands at some keys and indexes."""
        return Problem(self.path, self._place.at(*steps).line, fault, self.remedy, RULE)


def _read(content: Content, file: Path, remedy: str) -> _Record:
    path = f"{paths.DOCS}/{file.relative_to(content.docs).as_posix()}"
    return _Record(path, source.read(file) if file.exists() else "", remedy)


def _record(record: _Record, pinned: Mapping[str, dict[str, str]]) -> Iterator[Problem]:
    """A record of a pair or a program: the pins by the key under which its versions stand."""
    if not record.fields:
        return
    if record.fields.get(fingerprint.KEY) != fingerprint.of(record.fields):
        yield record.problem("the record was edited after it was written", fingerprint.KEY)
    yield from _day(record, str(record.fields.get("recorded", "")), "recorded")
    for part, versions in pinned.items():
        own = record.fields.get(part) if part else record.fields
        if isinstance(own, dict) and isinstance(own.get("versions"), dict):
            yield from _versions(record, own["versions"], versions, *filter(None, (part, "versions")))


def _notebook(record: _Record, pinned: dict[str, str]) -> Iterator[Problem]:
    metadata = record.fields.get("metadata", {})
    if not metadata.get("recorded"):
        return  # that it was not executed, another rule says
    if metadata.get(fingerprint.KEY) != fingerprint.of_notebook(record.fields):
        fault = "its code or its outputs were edited after it was executed"
        yield record.problem(fault, "metadata", fingerprint.KEY)
    yield from _day(record, str(metadata["recorded"]), "metadata", "recorded")
    yield from _versions(record, metadata.get("versions", {}), pinned, "metadata", "versions")


def _measurements(content: Content) -> Iterator[Problem]:
    """Results are never written anew, so older ones may name older versions, but none newer than the pins."""
    own = pins.of(content.root, "frameworks")
    newest: dict[str, tuple[_Record, int, str | None]] = {}
    for name, run in content.runs:
        file = content.docs / measured_runs.FOLDER / name
        record = _read(content, file, "restore the file; results are never edited")
        if record.fields.get(fingerprint.KEY) != fingerprint.of(record.fields):
            yield record.problem("the record was edited after it was written", fingerprint.KEY)
        yield from _day(record, run.started.date().isoformat(), "started")
        for package, version in run.versions.items():
            pinned = own.get(pins.normal(package))
            if pinned and _ordered(version) > _ordered(pinned):
                fault = (
                    f"it was recorded with {package} {version}, and {pinned} is the newest that was pinned"
                )
                yield record.problem(fault, "versions", package)
        for index, subject in enumerate(run.subjects):
            newest.setdefault(subject.id, (record, index, subject.program))
    for name, (record, index, program) in newest.items():
        if program and program != catalogue.fingerprint(name):
            again = replace(record, remedy=f"run `python -m scripts measure {name}`")
            yield again.problem(f"what “{name}” measures changed after its newest result", "subjects", index)


def _versions(
    record: _Record, versions: Mapping[str, Any], pinned: Mapping[str, str], *steps: str
) -> Iterator[Problem]:
    for package, version in versions.items():
        wanted = pinned.get(pins.normal(package))
        if wanted and str(version).partition("+")[0] != wanted:
            fault = f"it was recorded with {package} {version}, and {wanted} is pinned"
            yield record.problem(fault, *steps, package)


def _day(record: _Record, day: str, *steps: str) -> Iterator[Problem]:
    try:
        recorded = datetime.date.fromisoformat(day)
    except ValueError:
        return
    if recorded > dates.latest():
        yield record.problem(f"it was recorded on {dates.in_words(recorded)}, which is yet to come", *steps)


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0]))
