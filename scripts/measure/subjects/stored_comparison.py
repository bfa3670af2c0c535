"""Which numbers are not above zero, stored as Booleans: what a ReLU leaves behind for its gradient."""

from typing import Any

from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

COUNT = 2**20


def _numbers() -> Any:
    import numpy as np

    return np.random.default_rng(0).normal(size=COUNT).astype("float32")


def _outputs(found: Any) -> list[float]:
    """Their sum, and one that notices the place of each."""
    import numpy as np

    truths = found.numpy()
    return [float(truths.sum()), float(truths @ (np.arange(COUNT) / COUNT))]


def _tensorflow(options: dict[str, Any] | None) -> Case:
    tf = tensorflow_one_thread()
    # What runs on the processor is done when it returns.
    assert tf.config.experimental.get_synchronous_execution()
    numbers = tf.constant(_numbers())

    def compare(numbers: Any) -> Any:
        return numbers <= 0

    run = compare if options is None else tf.function(compare, **options)
    return Case(lambda: run(numbers), _outputs(run(numbers)))


def _pytorch(compiled: bool) -> Case:
    torch = torch_one_thread()
    numbers = torch.from_numpy(_numbers())

    def compare(numbers: Any) -> Any:
        return numbers <= 0

    run = torch.compile(compare) if compiled else compare
    return Case(lambda: run(numbers), _outputs(run(numbers)))


SUBJECT = Subject(
    id="stored-comparison",
    title="Comparing 1,048,576 numbers with zero",
    question="What does it cost to store one Boolean for each number, as a ReLU does in training?",
    group="operations",
    unit="comparison of 1,048,576 numbers",
    within=1e-6,
    reference="pytorch-eager",
    variants=(
        Variant("tensorflow-eager", "TensorFlow, eager", "tensorflow", lambda: _tensorflow(None)),
        Variant("tensorflow-function", "TensorFlow, tf.function", "tensorflow", lambda: _tensorflow({})),
        Variant(
            "tensorflow-xla",
            "TensorFlow, tf.function with XLA",
            "tensorflow",
            lambda: _tensorflow({"jit_compile": True}),
        ),
        Variant("pytorch-eager", "PyTorch, eager", "pytorch", lambda: _pytorch(compiled=False)),
        Variant("pytorch-compile", "PyTorch, torch.compile", "pytorch", lambda: _pytorch(compiled=True)),
    ),
    says="A ReLU keeps such Booleans for its gradient, so this is what training steps with ReLU pay for "
    "when they are compiled. In the C++ that PyTorch 2.13 writes for AVX2, they go from a vector "
    "to memory one by one. Tried by hand on 25 November 2026 on a processor with AVX2: clang 14 "
    "halved the time of g++ 12, and eager took an eighth of what was left; with the result as "
    "32-bit numbers, or without code for vectors, the compiled comparison was about as fast as "
    "eager or faster. AVX-512 was not looked into.",
)
