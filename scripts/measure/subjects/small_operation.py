"""Operations on four numbers: next to no arithmetic, so the time is what starting an operation takes."""

from collections.abc import Callable
from typing import Any

from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

CHAINS = 100
PAIRS = 10  # of a product and a sum


def _inputs() -> list[Any]:
    """Three vectors; the chain of operations stays within bounds."""
    import numpy as np

    rng = np.random.default_rng(0)
    return [rng.uniform(0.2, 0.9, size=4).astype("float32") for _ in range(3)]


def _chain(x: Any, factor: Any, summand: Any) -> Any:
    """Twenty operations, each on the result of the one before, none of which can be left out."""
    for _ in range(PAIRS):
        x = x * factor
        x = x + summand
    return x


def _case(run: Callable[[Any, Any, Any], Any], inputs: list[Any]) -> Case:
    def step() -> None:
        for _ in range(CHAINS):
            run(*inputs)

    for _ in range(3):
        step()
    return Case(step, run(*inputs).numpy())


def _tensorflow(options: dict[str, Any] | None) -> Callable[[], Case]:
    def make() -> Case:
        tf = tensorflow_one_thread()
        # What runs on the processor is done when it returns.
        assert tf.config.experimental.get_synchronous_execution()
        run = _chain if options is None else tf.function(_chain, **options)
        return _case(run, [tf.constant(array) for array in _inputs()])

    return make


def _keras_ops() -> Case:
    tf = tensorflow_one_thread()
    from keras import ops

    def chain(x: Any, factor: Any, summand: Any) -> Any:
        for _ in range(PAIRS):
            x = ops.multiply(x, factor)
            x = ops.add(x, summand)
        return x

    return _case(chain, [tf.constant(array) for array in _inputs()])


def _pytorch(compiled: bool) -> Callable[[], Case]:
    def make() -> Case:
        torch = torch_one_thread()
        run = torch.compile(_chain) if compiled else _chain
        return _case(run, [torch.from_numpy(array) for array in _inputs()])

    return make


SUBJECT = Subject(
    id="small-operation",
    title="2,000 operations on four numbers each",
    question="What does an operation cost before any arithmetic?",
    group="operations",
    unit="2,000 products and sums, in 100 chains of 20",
    within=1e-5,
    reference="pytorch-eager",
    variants=(
        Variant("tensorflow-eager", "TensorFlow, eager", "tensorflow", _tensorflow(None)),
        Variant("keras-ops", "Keras, keras.ops, eager", "tensorflow", _keras_ops),
        Variant("tensorflow-function", "TensorFlow, tf.function of a chain", "tensorflow", _tensorflow({})),
        Variant(
            "tensorflow-xla",
            "TensorFlow, tf.function of a chain with XLA",
            "tensorflow",
            _tensorflow({"jit_compile": True}),
        ),
        Variant("pytorch-eager", "PyTorch, eager", "pytorch", _pytorch(compiled=False)),
        Variant("pytorch-compile", "PyTorch, torch.compile of a chain", "pytorch", _pytorch(compiled=True)),
    ),
    says="No gradients are recorded and four numbers are the worst case: as tensors grow, arithmetic takes "
    "most of the time. Compiled variants start a chain once, instead of each operation.",
)
