"""A training step of a network with one LSTM layer, which goes through its sequence step by step."""

from typing import Any

from scripts.measure import training
from scripts.measure.case import Subject

BATCH = 32
LENGTH = 32
FEATURES = 16
UNITS = 64
CLASSES = 10


def _weights() -> dict[str, Any]:
    """As Keras lays them out; the gates are in the order input, forget, candidate, output, as in PyTorch."""
    import numpy as np

    rng = np.random.default_rng(1)
    shapes = {
        "kernel": (FEATURES, 4 * UNITS),
        "recurrent": (UNITS, 4 * UNITS),
        "bias": (4 * UNITS,),
        "dense": (UNITS, CLASSES),
        "dense_bias": (CLASSES,),
    }
    return {
        name: (rng.normal(size=shape) * (0.1 if len(shape) == 1 else shape[0] ** -0.5)).astype("float32")
        for name, shape in shapes.items()
    }


def _batch() -> tuple[Any, Any]:
    import numpy as np

    rng = np.random.default_rng(2)
    inputs = rng.normal(size=(BATCH, LENGTH, FEATURES)).astype("float32")
    return inputs, rng.integers(0, CLASSES, size=BATCH, dtype=np.int64)


def _forward(tf: Any, values: dict[str, Any], x: Any) -> Any:
    """The loop is Python's, so a compiled step has every step of the sequence in it."""
    hidden = cell = tf.zeros((BATCH, UNITS))
    projected = tf.tensordot(x, values["kernel"], 1) + values["bias"]
    for gates in tf.unstack(projected, axis=1):
        into, forget, candidate, out = tf.split(gates + hidden @ values["recurrent"], 4, axis=1)
        cell = tf.sigmoid(forget) * cell + tf.sigmoid(into) * tf.tanh(candidate)
        hidden = tf.sigmoid(out) * tf.tanh(cell)
    return hidden @ values["dense"] + values["dense_bias"]


def _keras_model() -> Any:
    from keras import Input, Sequential, layers

    model = Sequential([Input((LENGTH, FEATURES)), layers.LSTM(UNITS), layers.Dense(CLASSES)])
    model.set_weights(list(_weights().values()))
    return model


def _torch_model() -> Any:
    import torch
    from torch import nn

    class Classifier(nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.lstm = nn.LSTM(FEATURES, UNITS, batch_first=True)
            self.dense = nn.Linear(UNITS, CLASSES)

        def forward(self, x: Any) -> Any:
            out, _ = self.lstm(x)
            return self.dense(out[:, -1])

    model = Classifier()
    # PyTorch has a second bias, which Keras has not: it stays at zero.
    second = nn.init.zeros_(model.lstm.bias_hh_l0).requires_grad_(False)
    own = [parameter for parameter in model.parameters() if parameter is not second]
    with torch.no_grad():
        for parameter, value in zip(own, _weights().values(), strict=True):
            parameter.copy_(torch.from_numpy(value.T))
    return model


NETWORK = training.Network(_weights, _batch, _forward, _keras_model, _torch_model, rate=0.1)

SUBJECT = Subject(
    id="train-lstm",
    title="Training an LSTM of 64 units on sequences of 32 steps",
    question="How long does a training step of a recurrent network take?",
    group="training",
    unit="training step of 32 sequences",
    within=training.WITHIN,
    reference="pytorch-eager",
    # torch.compile leaves nn.LSTM alone (`allow_rnn` is off), and fails on it in 2.13 if that is turned on.
    variants=training.variants(NETWORK, compiled=False),
    says="The LSTM is a layer in Keras and PyTorch and a Python loop in raw TensorFlow; torch.compile is "
    "left out, as it does not compile this layer. On a GPU both layers use cuDNN, so "
    "nothing of this carries over.",
)
