"""Measure both frameworks side by side, and write a file of results; --quick only tries the suite."""

import argparse
import datetime
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from scripts import paths
from scripts.content import fingerprint, measured_runs
from scripts.execute import environment
from scripts.measure import catalogue, machine, trial
from scripts.measure.case import Subject
from scripts.measure.run import MeasureError, measure
from scripts.model.measurement import MeasuredRun

ROUNDS = 9
FLAGS = {"OMP_NUM_THREADS": "1", "cores for a variant": "1", "CUDA_VISIBLE_DEVICES": ""}
PACKAGES = ("tensorflow-cpu", "keras", "torch", "numpy", "onnxruntime", "ai-edge-litert")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the subjects to measure; all if left out")
    parser.add_argument("--quick", action="store_true", help="try every variant once; write nothing")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--machine", help="a name for this machine; made from the processor if left out")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Measure the subjects and write the results. Returns 1 if one fails; then nothing is written."""
    known = {subject.id: subject for subject in catalogue.all_subjects()}
    unknown = [name for name in options.names if name not in known]
    if unknown:
        print(f"no such subject: {', '.join(unknown)}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    if options.quick:
        return _try_out([known[name] for name in options.names or known])
    subjects = [known[name] for name in options.names or known]
    started, load = datetime.datetime.now(datetime.UTC), machine.load()
    start, measured, failed = time.monotonic(), [], 0
    for subject in subjects:
        begin = time.monotonic()
        try:
            measured.append(measure(subject, options.rounds))
        except (MeasureError, environment.ProgramError) as error:
            failed += 1
            _tell(subject.id, error)
            continue
        print(
            f"{subject.id}: {len(measured[-1].variants)} variants ({time.monotonic() - begin:.0f} s)",
            flush=True,
        )
    print(f"subjects: {len(measured)} passed, {failed} failed, {time.monotonic() - start:.0f} s")
    if failed:
        return 1
    record = MeasuredRun(
        started=started.replace(microsecond=0),
        seconds=round(time.monotonic() - start),
        machine=machine.describe(options.machine),
        load=round(load, 2),
        flags={**FLAGS, measured_runs.DETAILS: machine.details()},
        versions={**environment.versions_of("frameworks", PACKAGES), **_other_versions(subjects)},
        subjects=measured,
    )
    written = write(options.root / paths.DOCS, record)
    print(written.relative_to(options.root).as_posix())
    return 0


def _other_versions(subjects: Sequence[Subject]) -> dict[str, str]:
    """The versions of what runs in an environment of its own, and of the PyTorch that it runs with."""
    versions: dict[str, str] = {}
    names = {variant.environment for subject in subjects for variant in subject.variants} - {"frameworks"}
    for name in sorted(names):
        own = environment.versions_of(name, (name, "torch"))
        versions |= {name: own[name], f"torch in {name}": own["torch"]}
    return versions


def _try_out(entries: list[Subject]) -> int:
    """Try every variant once, and report what fails. Returns the exit code."""
    start = time.monotonic()
    try:
        outcomes = trial.try_out(entries)
    except environment.ProgramError as error:
        print(error, file=sys.stderr)
        return 1
    faults = {name: error for name, error in outcomes.items() if isinstance(error, MeasureError)}
    for name, fault in faults.items():
        _tell(name, fault)
    variants = sum(len(entry.variants) for entry in entries)
    print(f"{variants} variants of {len(entries)} subjects tried in {time.monotonic() - start:.0f} s")
    print(f"subjects: {len(outcomes) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


def _tell(name: str, error: Exception) -> None:
    file = f"scripts/measure/subjects/{name.replace('-', '_')}.py"
    print(f"{file}:1: {error}; correct the subject [measured]", file=sys.stderr)


def write(docs: Path, record: MeasuredRun) -> Path:
    """Write a run into a new file, named by its time and machine. Returns the file.

    Raises:
        FileExistsError: there is one of that name; results are never written over.

    """
    file = docs / measured_runs.FOLDER / f"{record.started:%Y-%m-%d-%H%M}-{record.machine.name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as stream:
        # One line a variant: a run can be compared with another by eye.
        fields = fingerprint.stamped(record.model_dump(mode="json"))
        subjects = fields.pop("subjects")
        head = json.dumps(fields, indent=1, ensure_ascii=False).removesuffix("\n}")
        lines = [
            f' {{"id": {json.dumps(subject["id"])}, "program": {json.dumps(subject["program"])},'
            f' "variants": [\n'
            + ",\n".join(f"  {json.dumps(variant)}" for variant in subject["variants"])
            + "\n ]}"
            for subject in subjects
        ]
        stream.write(f'{head},\n "subjects": [\n' + ",\n".join(lines) + "\n ]\n}\n")
    return file
