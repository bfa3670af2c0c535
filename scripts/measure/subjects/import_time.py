"""Seconds until a framework is imported, in a fresh interpreter each time."""

import os
import subprocess
import sys
from collections.abc import Callable

from scripts.measure.case import QUICK, Case, Subject, Variant, spread

REPETITIONS = 1 if os.environ.get(QUICK) else 5


def _imported(module: str) -> float:
    """Seconds of the import alone: the interpreter's own start is not counted."""
    program = (
        "import time; start = time.perf_counter()\n"
        f"import {module}\n"
        "print('seconds', time.perf_counter() - start)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={**os.environ, "KERAS_BACKEND": "tensorflow"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def _importing(module: str) -> Callable[[], Case]:
    def make() -> Case:
        if REPETITIONS > 1:
            _imported(module)  # once uncounted: the files are read from the disk
        return Case(None, [0.0], spread("seconds", [_imported(module) for _ in range(REPETITIONS)]))

    return make


SUBJECT = Subject(
    id="import-time",
    title="Importing a framework",
    question="How long does a program wait for its import?",
    group="size",
    unit="import",
    within=0.0,
    reference="pytorch",
    variants=(
        Variant("tensorflow", "import tensorflow", "tensorflow", _importing("tensorflow")),
        Variant("keras", "import keras, with TensorFlow behind it", "tensorflow", _importing("keras")),
        Variant("pytorch", "import torch", "pytorch", _importing("torch")),
    ),
    says="Files are in the system's cache and compiled to bytecode already, so that a first start takes "
    "longer; parts that a framework imports only when they are used are not in it.",
    facts={"seconds": "seconds"},
)
