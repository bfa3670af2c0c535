"""A training step of a small convolutional network, in both layouts of memory for PyTorch."""

from typing import Any

from scripts.measure import small_cnn, training
from scripts.measure.case import Subject

BATCH = 32


def _batch() -> tuple[Any, Any]:
    return small_cnn.images(BATCH)


NETWORK = training.Network(
    small_cnn.weights,
    _batch,
    small_cnn.tensorflow_forward,
    small_cnn.keras_model,
    small_cnn.torch_model,
    rate=0.002,
    torch_inputs=small_cnn.channels_first,
)

SUBJECT = Subject(
    id="train-cnn",
    title="Training a small convolutional network",
    question="How long does a training step on images take?",
    group="training",
    unit="training step of 32 images of 32 × 32",
    within=training.WITHIN,
    reference="pytorch-eager",
    variants=training.variants(NETWORK, channels_last=True),
    says="Two convolutions on one thread of a processor: which layout and which compiler wins is "
    "another matter on a GPU and in larger networks. torch.compile loses here on the ReLU, see the "
    "comparison of numbers with zero: tried by hand without activations, its step was the faster "
    "one.",
)
