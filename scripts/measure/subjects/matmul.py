"""A product of two square matrices: what both frameworks hand to a library for linear algebra."""

from typing import Any

from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

SIZE = 512


def _inputs() -> list[Any]:
    import numpy as np

    rng = np.random.default_rng(0)
    return [rng.normal(size=(SIZE, SIZE)).astype("float32") for _ in range(2)]


def _tensorflow() -> Case:
    tf = tensorflow_one_thread()
    a, b = map(tf.constant, _inputs())
    # Eager operations on the processor are done when they return; `.numpy()` would add a copy.
    assert tf.config.experimental.get_synchronous_execution()
    return Case(lambda: tf.matmul(a, b), tf.matmul(a, b).numpy().ravel()[:: SIZE * 17])


def _pytorch() -> Case:
    torch = torch_one_thread()
    a, b = map(torch.from_numpy, _inputs())
    return Case(lambda: a @ b, (a @ b).numpy().ravel()[:: SIZE * 17])


SUBJECT = Subject(
    id="matmul",
    title="Product of two 512 × 512 matrices",
    question="How long does a large matrix product take?",
    group="operations",
    unit="product",
    within=1e-3,
    reference="pytorch",
    variants=(
        Variant("tensorflow", "TensorFlow", "tensorflow", _tensorflow),
        Variant("pytorch", "PyTorch", "pytorch", _pytorch),
    ),
    says="One thread and one size: it tells which library does the arithmetic, not how a model trains. "
    "TensorFlow hands it to oneDNN and PyTorch to Intel MKL, and the processor decides which is "
    "ahead: compare the runs on two of them.",
)
