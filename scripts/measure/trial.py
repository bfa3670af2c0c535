"""Tries every variant of every subject without timing it: enough to see that the suite works.

The variants of a framework follow each other in one process an environment, which imports it once; both
frameworks' go side by side. So a trial of all takes minutes less than a measurement, in which each variant
is alone.
"""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.execute import environment
from scripts.measure import subjects, worker
from scripts.measure.case import LEAST, MOST, QUICK, SIDES, Side, Subject, Variant
from scripts.measure.run import MeasureError, compare, measured
from scripts.model.measurement import MeasuredSubject

TIME_LIMIT = 900.0  # seconds; all variants of a framework take 70 to 600 s, as the machine is busy

Answer = dict[str, Any] | MeasureError


@dataclass(frozen=True)
class _Trial:
    """What all processes of a trial share: interpreter, package of the subjects, cache folder."""

    package: str
    compiled: str  # what PyTorch compiles for one process, headers above all, serves the next
    time_limit: float  # seconds of a process


def try_out(
    entries: Sequence[Subject], package: str = subjects.__name__, time_limit: float = TIME_LIMIT
) -> dict[str, MeasuredSubject | MeasureError]:
    """What each subject would record, by its id, or what is wrong with it.

    A process that works longer than `time_limit` seconds is stopped, and the variant it was at fails.

    Raises:
        programs.ProgramError: the environment is missing.

    """
    for needed in {variant.environment for entry in entries for variant in entry.variants}:
        environment.interpreter(needed)  # raises now, not in the middle of the trial
    with tempfile.TemporaryDirectory() as compiled, ThreadPoolExecutor(len(SIDES)) as pool:
        trial = _Trial(package, compiled, time_limit)
        sides = pool.map(lambda side: _side(trial, entries, side), SIDES)
        answers = {key: answer for side in sides for key, answer in side.items()}
    return {entry.id: _record_of(entry, answers) for entry in entries}


def _side(trial: _Trial, entries: Sequence[Subject], side: Side) -> dict[tuple[str, str], Answer]:
    """The answers of a framework's variants; a process that ends early is followed by another."""
    variants = [(entry, variant) for entry in entries for variant in entry.variants if variant.side == side]
    outcomes: dict[tuple[str, str], Answer] = {}
    shared: dict[str, list[tuple[str, str]]] = {}
    for entry, variant in variants:
        key = (entry.id, variant.id)
        if entry.alone:
            outcomes |= _process(trial, variant.environment, [key])
        else:
            shared.setdefault(variant.environment, []).append(key)
    for name, keys in shared.items():
        while left := [key for key in keys if key not in outcomes]:
            outcomes |= _process(trial, name, left)
    return outcomes


def _process(
    trial: _Trial, environment_name: str, keys: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], Answer]:
    """The answers of one process in an environment, as far as it came."""
    python = environment.interpreter(environment_name)
    outcomes: dict[tuple[str, str], Answer] = {}
    with tempfile.TemporaryDirectory() as folder:
        variables = {
            **environment.settings(folder),
            "PYTHONPATH": str(paths.ROOT),
            "TORCHINDUCTOR_CACHE_DIR": trial.compiled,
            QUICK: "1",
        }
        # Files, not pipes: a process that a variant started may hold a pipe open after the end.
        answers, errors = Path(folder) / "answers.txt", Path(folder) / "errors.txt"
        request = "".join(f"{subject} {variant}\n" for subject, variant in keys)
        with answers.open("w") as printed, errors.open("w") as stream:
            try:
                done = subprocess.run(
                    [str(python), "-P", str(Path(worker.__file__)), trial.package],
                    cwd=folder, env=variables, input=request, stdout=printed, stderr=stream,
                    text=True, encoding="utf-8", check=False, timeout=trial.time_limit,
                )  # fmt: skip
                end = f"ended with code {done.returncode}"
            except subprocess.TimeoutExpired:
                end = f"was at work when {trial.time_limit:g} s were over"
        for key, line in zip(keys, answers.read_text(encoding="utf-8").splitlines(), strict=False):
            outcomes[key] = json.loads(line)
        if len(outcomes) < len(keys):
            messages = errors.read_text(encoding="utf-8").strip().splitlines() or [
                "nothing on standard error"
            ]
            key = keys[len(outcomes)]
            outcomes[key] = MeasureError(f"the variant “{key[1]}” {end}: {messages[-1]}")
    return outcomes


def _record_of(entry: Subject, outcomes: dict[tuple[str, str], Answer]) -> MeasuredSubject | MeasureError:
    """A subject's record, if all its variants work, agree, and give the facts that it declares."""
    ready: list[tuple[Variant, dict[str, Any]]] = []
    for variant in entry.variants:
        answer = outcomes[entry.id, variant.id]
        if isinstance(answer, MeasureError):
            return answer
        ready.append((variant, answer))
    try:
        compare(entry, ready)
    except MeasureError as error:
        return error
    given = {name.removesuffix(LEAST).removesuffix(MOST) for _, answer in ready for name in answer["facts"]}
    if unknown := given - entry.facts.keys():
        return MeasureError(f"it gives facts that it does not declare: {', '.join(sorted(unknown))}")
    if missing := entry.facts.keys() - given - entry.may_lack:
        return MeasureError(f"no variant gives what it declares: {', '.join(sorted(missing))}")
    return measured(entry, ready, {variant.id: answer.get("rounds", []) for variant, answer in ready})
