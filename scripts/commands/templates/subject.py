"""TODO Say in one line what is measured, and why it tells something."""

from typing import Any

from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

SIZE = 64


def _inputs() -> list[Any]:
    """The same numbers for every variant."""
    import numpy as np

    rng = np.random.default_rng(0)
    return [rng.normal(size=(SIZE, SIZE)).astype("float32") for _ in range(2)]


def _tensorflow() -> Case:
    tf = tensorflow_one_thread()
    a, b = map(tf.constant, _inputs())
    # TODO Time here what a step is, and give outputs on which all variants must agree.
    return Case(lambda: tf.add(a, b), tf.add(a, b).numpy().ravel())


def _pytorch() -> Case:
    torch = torch_one_thread()
    a, b = map(torch.from_numpy, _inputs())
    # TODO Do the same work here.
    return Case(lambda: a + b, (a + b).numpy().ravel())


SUBJECT = Subject(
    id="{{ id }}",
    title="TODO Say what is measured, in a few words",
    question="TODO Which question of a reader does it answer?",
    group="operations",  # TODO choose {{ groups }}
    unit="TODO what one step counts as",
    within=1e-5,  # TODO how far apart outputs may be
    reference="pytorch",
    variants=(
        Variant("tensorflow", "TensorFlow", "tensorflow", _tensorflow),
        Variant("pytorch", "PyTorch", "pytorch", _pytorch),
    ),
    says="TODO Say in a sentence what the figures do not tell.",
)
