"""One variant of a subject in a process of its own, steered by lines on standard input.

`worker.py PACKAGE SUBJECT VARIANT`: answers a first line of JSON with outputs and facts; then each line
`N` runs N steps and answers the seconds of each; the end of the input ends it. It runs in an environment
of the frameworks, with the repository on the import path.
"""

import importlib
import json
import os
import sys
import time
from typing import Any


def main(package: str, subject: str, variant: str) -> None:
    """Make the variant ready, then run steps on request."""
    # What a framework prints to standard output must not mix with the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(fields: dict[str, Any]) -> None:
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    module = importlib.import_module(f"{package}.{subject.replace('-', '_')}")
    found = next(entry for entry in module.SUBJECT.variants if entry.id == variant)
    start = time.perf_counter()
    case = found.make()
    made = time.perf_counter() - start
    outputs = [float(number) for number in case.outputs]
    answer({"outputs": outputs, "facts": case.facts, "made": made, "timed": case.step is not None})
    for line in sys.stdin:
        assert case.step
        seconds = []
        for _ in range(int(line)):
            start = time.perf_counter()
            case.step()
            seconds.append(time.perf_counter() - start)
        answer({"seconds": seconds})


if __name__ == "__main__":
    main(*sys.argv[1:])
