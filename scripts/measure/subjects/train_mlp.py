"""A training step of a network of three dense layers."""

from itertools import pairwise
from typing import Any

from scripts.measure import training
from scripts.measure.case import Subject

BATCH = 64
WIDTHS = (784, 256, 128, 10)
NAMES = ("dense1", "dense2", "dense3")


def _weights() -> dict[str, Any]:
    """Kernels as Keras lays them out (in, out), and biases."""
    import numpy as np

    rng = np.random.default_rng(1)
    found = {}
    for name, (into, out) in zip(NAMES, pairwise(WIDTHS), strict=True):
        found[name] = (rng.normal(size=(into, out)) * np.sqrt(2 / into)).astype("float32")
        found[f"{name}_bias"] = (rng.normal(size=out) * 0.1).astype("float32")
    return found


def _batch() -> tuple[Any, Any]:
    import numpy as np

    rng = np.random.default_rng(2)
    inputs = rng.normal(size=(BATCH, WIDTHS[0])).astype("float32")
    return inputs, rng.integers(0, WIDTHS[-1], size=BATCH, dtype=np.int64)


def _forward(tf: Any, values: dict[str, Any], x: Any) -> Any:
    for name in NAMES[:-1]:
        x = tf.nn.relu(x @ values[name] + values[f"{name}_bias"])
    return x @ values[NAMES[-1]] + values[f"{NAMES[-1]}_bias"]


def _keras_model() -> Any:
    from keras import Input, Sequential, layers

    dense = [layers.Dense(width, activation="relu") for width in WIDTHS[1:-1]]
    model = Sequential([Input((WIDTHS[0],)), *dense, layers.Dense(WIDTHS[-1])])
    model.set_weights(list(_weights().values()))
    return model


def _torch_model() -> Any:
    import torch
    from torch import nn

    into, first, second, out = WIDTHS
    model = nn.Sequential(
        nn.Linear(into, first), nn.ReLU(),
        nn.Linear(first, second), nn.ReLU(),
        nn.Linear(second, out),
    )  # fmt: skip
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), _weights().values(), strict=True):
            parameter.copy_(torch.from_numpy(value.T))
    return model


NETWORK = training.Network(_weights, _batch, _forward, _keras_model, _torch_model, rate=0.05)

SUBJECT = Subject(
    id="train-mlp",
    title="Training three dense layers, 784–256–128–10",
    question="How long does a training step of a small dense network take?",
    group="training",
    unit="training step of 64 rows",
    within=training.WITHIN,
    reference="pytorch-eager",
    variants=training.variants(NETWORK),
    says="Plain gradient descent on one batch that is in memory already: it tells neither how data is fed "
    "nor what an optimizer with state costs.",
)
