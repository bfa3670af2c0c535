"""Runs one variant of a subject in its own process, controlled through standard input.

`worker.py PACKAGE SUBJECT VARIANT`: answers a first line of JSON with outputs and facts; then each line
`N` runs N steps and answers the seconds of each; the end of the input ends it. It runs in an environment
of the frameworks, with the repository on the import path.

`worker.py PACKAGE`: each line `SUBJECT VARIANT` makes that variant ready, runs two steps if it is timed, and
answers all of it in one line; the trial uses it.
"""

import importlib
import json
import os
import sys
import time
from typing import Any

from scripts.measure.case import Case


def main(package: str, *key: str) -> None:
    """Prepare a variant, then run steps on request; without a variant, try each that standard input names."""
    # What a framework prints to standard output must not mix with the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(fields: dict[str, Any]) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    if not key:
        for line in sys.stdin:
            case, fields = _ready(package, *line.split())
            answer({**fields, "rounds": [_seconds(case, 2)] if case.step else []})
        return
    case, fields = _ready(package, *key)
    answer(fields)
    for line in sys.stdin:
        answer({"seconds": _seconds(case, int(line))})


def _ready(package: str, subject: str, variant: str) -> tuple[Case, dict[str, Any]]:
    """A variant ready to run, and the report on it."""
    module = importlib.import_module(f"{package}.{subject.replace('-', '_')}")
    chosen = next(entry for entry in module.SUBJECT.variants if entry.id == variant)
    start = time.perf_counter()
    case: Case = chosen.make()
    seconds = time.perf_counter() - start
    outputs = [float(number) for number in case.outputs]
    return case, {"outputs": outputs, "facts": case.facts, "made": seconds, "timed": case.step is not None}


def _seconds(case: Case, steps: int) -> list[float]:
    """Seconds for each of a number of steps."""
    assert case.step
    seconds = []
    for _ in range(steps):
        start = time.perf_counter()
        case.step()
        seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    main(*sys.argv[1:])
