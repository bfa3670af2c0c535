"""What compiling a training step costs, and after how many steps that is repaid.

Eager and compiled steps of the same transformer are in one process, and are timed in turn.
"""

import os
import statistics
import time
from collections.abc import Callable

from scripts.measure import training
from scripts.measure.case import QUICK, Case, Subject, Variant, spread
from scripts.measure.subjects.train_transformer import NETWORK

ROUNDS = 1 if os.environ.get(QUICK) else 7
STEPS = 5  # in a round


def _seconds(step: training.Step) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def _paying(make: Callable[[], tuple[training.Step, training.Step]]) -> Callable[[], Case]:
    """A variant that makes an eager and a compiled step, and times them."""

    def case() -> Case:
        eager_step, compiled_step = make()
        before = [eager_step() for _ in range(training.COMPARED)]
        start = time.perf_counter()
        losses = [compiled_step()]
        first = time.perf_counter() - start
        losses += [compiled_step() for _ in range(training.COMPARED - 1)]
        assert all(abs(one - other) <= training.WITHIN for one, other in zip(before, losses, strict=True))
        eager, compiled = _steady(eager_step, compiled_step)
        facts = {"first_call": first, **spread("eager_step", eager), **spread("compiled_step", compiled)}
        # Faster in some rounds alone is no difference, so nothing that could repay.
        if all(fast < slow for slow, fast in zip(eager, compiled, strict=True)):
            repaid = [(first - fast) / (slow - fast) for slow, fast in zip(eager, compiled, strict=True)]
            facts |= spread("pays_back_after", repaid)
        return Case(None, losses, facts)

    return case


def _steady(eager: training.Step, compiled: training.Step) -> list[tuple[float, ...]]:
    """The median seconds of each step in every round; they are timed in turn."""
    rounds = [
        [statistics.median(_seconds(step) for _ in range(STEPS)) for step in (eager, compiled)]
        for _ in range(ROUNDS)
    ]
    return list(zip(*rounds, strict=True))


def _tensorflow(jit_compile: bool) -> tuple[training.Step, training.Step]:
    options = {"jit_compile": True} if jit_compile else {}
    return training.tensorflow_step(NETWORK), training.tensorflow_step(NETWORK, options)


def _keras() -> tuple[training.Step, training.Step]:
    return training.keras_step(NETWORK, run_eagerly=True), training.keras_step(NETWORK)


def _pytorch() -> tuple[training.Step, training.Step]:
    return training.torch_step(NETWORK), training.torch_step(NETWORK, compiled=True)


SUBJECT = Subject(
    id="compile-cost",
    title="Compiling the training step of a small transformer",
    question="After how many steps is compiling repaid?",
    group="compiling",
    unit="training step of 16 sequences",
    within=training.WITHIN,
    reference="pytorch-compile",
    variants=(
        Variant(
            "tensorflow-function",
            "TensorFlow, tf.function",
            "tensorflow",
            _paying(lambda: _tensorflow(False)),
        ),
        Variant(
            "tensorflow-xla",
            "TensorFlow, tf.function with XLA",
            "tensorflow",
            _paying(lambda: _tensorflow(True)),
        ),
        Variant("keras-train-on-batch", "Keras, train_on_batch", "tensorflow", _paying(_keras)),
        Variant("pytorch-compile", "PyTorch, torch.compile", "pytorch", _paying(_pytorch)),
    ),
    says="The first call is timed once in a run, the steps in rounds. Nothing is cached when it "
    "compiles; a later process finds what PyTorch has compiled, if its folder is kept. Each "
    "variant is repaid against its own eager steps, which differ in speed, so that an early return "
    "says nothing on which is fastest in the end. Where no number of steps stands, compiled steps "
    "are not the faster ones; for PyTorch this hangs on the ReLU, as said at that network's "
    "training.",
    facts={
        "first_call": "seconds",
        "eager_step": "seconds",
        "compiled_step": "seconds",
        "pays_back_after": "steps",
    },
    may_lack=frozenset({"pays_back_after"}),
)
