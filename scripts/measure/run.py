"""Measures a subject: all its variants ready in processes of their own, then timed in rounds, in turn.

Rounds go round the variants, so that a change of the machine's speed meets them all alike. One processor
core is kept for the variant that runs; the others wait for their turn.
"""

import json
import os
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.execute import environment
from scripts.measure import catalogue, subjects, worker
from scripts.measure.case import Subject, Variant
from scripts.model.measurement import MeasuredSubject, MeasuredVariant

ROUND_SECONDS = 0.2  # how long one variant is timed in one round, at least
MOST_STEPS = 50  # in one round
READY_SECONDS = 300  # after which a variant that does not answer is ended


class MeasureError(Exception):
    """A variant that fails, or whose outputs differ from those of the reference."""


@dataclass
class _Process:
    """A variant in its process, ready to be timed."""

    variant: Variant
    process: subprocess.Popen[str]
    folder: tempfile.TemporaryDirectory[str]
    ready: dict[str, Any]

    def time(self, steps: int) -> list[float]:
        """Seconds for a number of steps."""
        assert self.process.stdin
        self.process.stdin.write(f"{steps}\n")
        self.process.stdin.flush()
        seconds: list[float] = _answer(self.process, self.variant, Path(self.folder.name) / "errors.txt")[
            "seconds"
        ]
        return seconds

    def stop(self) -> None:
        """End the process and remove its folder."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait(timeout=30)
        self.folder.cleanup()


def measure(subject: Subject, rounds: int, package: str = subjects.__name__) -> MeasuredSubject:
    """Measure one subject.

    `package` is where the processes find the subject by its id.

    Raises:
        MeasureError: a variant fails, or outputs differ.
        programs.ProgramError: the environment is missing.

    """
    ready: list[_Process] = []
    try:
        for variant in subject.variants:
            ready.append(_start(package, subject, variant))
        compare(subject, [(entry.variant, entry.ready) for entry in ready])
        timed = [entry for entry in ready if entry.ready["timed"]]
        samples: dict[str, list[list[float]]] = {entry.variant.id: [] for entry in ready}
        steps = {entry.variant.id: _steps(entry) for entry in timed}
        for turn in range(rounds):
            # Another variant begins each round, so that none is always the first.
            first = turn % len(timed) if timed else 0
            for entry in timed[first:] + timed[:first]:
                samples[entry.variant.id].append(_rounded(entry.time(steps[entry.variant.id])))
    finally:
        for entry in ready:
            entry.stop()
    return measured(subject, [(entry.variant, entry.ready) for entry in ready], samples)


def measured(
    subject: Subject,
    ready: Sequence[tuple[Variant, dict[str, Any]]],
    samples: dict[str, list[list[float]]],
) -> MeasuredSubject:
    """The record of a subject: what each variant reported when ready, and its seconds by round."""
    return MeasuredSubject(
        id=subject.id,
        program=catalogue.fingerprint(subject.id),
        variants=[
            MeasuredVariant(
                id=variant.id,
                made=_rounded([answer["made"]])[0],
                outputs=answer["outputs"],
                facts=answer["facts"],
                rounds=samples[variant.id],
            )
            for variant, answer in ready
        ],
    )


def _start(package: str, subject: Subject, variant: Variant) -> _Process:
    folder = tempfile.TemporaryDirectory()
    variables = {**environment.settings(folder.name), "PYTHONPATH": str(paths.ROOT)}
    errors = Path(folder.name) / "errors.txt"
    python = str(environment.interpreter(variant.environment))
    command = [python, "-P", str(Path(worker.__file__)), package, subject.id, variant.id]
    process = subprocess.Popen(
        command, cwd=folder.name, env=variables, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors.open("w"), preexec_fn=_one_core,
    )  # fmt: skip
    return _Process(variant, process, folder, _answer(process, variant, errors))


def _one_core() -> None:
    """Keep the process on the last core; the first one serves the system."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _answer(process: subprocess.Popen[str], variant: Variant, errors: Path) -> dict[str, Any]:
    assert process.stdout
    watch = threading.Timer(READY_SECONDS, process.kill)
    watch.start()
    line = process.stdout.readline()
    watch.cancel()
    if not line:
        process.wait(timeout=30)
        last = (errors.read_text(encoding="utf-8").strip().splitlines() or ["nothing on standard error"])[-1]
        raise MeasureError(f"the variant “{variant.id}” ended with code {process.returncode}: {last}")
    fields: dict[str, Any] = json.loads(line)
    return fields


def compare(subject: Subject, ready: Sequence[tuple[Variant, dict[str, Any]]]) -> None:
    """Outputs agree before anything is timed.

    Raises:
        MeasureError: they do not.

    """
    reference = next(answer for variant, answer in ready if variant.id == subject.reference)["outputs"]
    for variant, answer in ready:
        outputs = answer["outputs"]
        if len(outputs) != len(reference):
            raise MeasureError(f"“{variant.id}” gives {len(outputs)} outputs, not {len(reference)}")
        # One by one, as the greatest of several numbers may not be the one that is none.
        apart = [abs(one - other) for one, other in zip(outputs, reference, strict=True)]
        if far := [each for each in apart if not each <= subject.within]:
            raise MeasureError(
                f"“{variant.id}” differs from “{subject.reference}” by {max(far):.2g}, "
                f"and {subject.within:g} is allowed"
            )


def _steps(entry: _Process) -> int:
    """The number of steps with which a round of this variant is long enough to time precisely."""
    entry.time(2)
    median = statistics.median(entry.time(5))
    return max(3, min(MOST_STEPS, round(ROUND_SECONDS / max(median, 1e-9)) + 1))


def _rounded(seconds: Sequence[float]) -> list[float]:
    """Four digits say all that a clock on a busy machine knows."""
    return [float(f"{value:.4g}") for value in seconds]
