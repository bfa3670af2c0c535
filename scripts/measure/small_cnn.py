"""A small network for images with the same weights in both frameworks, in several ways to write it.

Weights are named and laid out as Keras does it: kernels of (height, width, in, out), images of
(height, width, channels).
"""

from typing import Any

SIDE = 32  # pixels
CLASSES = 10
SHAPES = {
    "conv1": (3, 3, 3, 32),
    "conv2": (3, 3, 32, 64),
    "dense1": (SIDE // 4 * SIDE // 4 * 64, 64),
    "dense2": (64, CLASSES),
}


def weights() -> dict[str, Any]:
    """Kernels by name, and biases by name and `_bias`."""
    import numpy as np

    rng = np.random.default_rng(1)
    weights = {}
    for name, shape in SHAPES.items():
        scale = np.sqrt(2 / np.prod(shape[:-1]))
        weights[name] = (rng.normal(size=shape) * scale).astype("float32")
        weights[f"{name}_bias"] = (rng.normal(size=shape[-1:]) * 0.1).astype("float32")
    return weights


def images(count: int) -> tuple[Any, Any]:
    """So many images with channels last, and their labels."""
    import numpy as np

    rng = np.random.default_rng(2)
    images = rng.normal(size=(count, SIDE, SIDE, 3)).astype("float32")
    return images, rng.integers(0, CLASSES, size=count, dtype=np.int64)


def channels_first(array: Any) -> Any:
    """The images as PyTorch wants them."""
    import numpy as np

    return np.ascontiguousarray(array.transpose(0, 3, 1, 2))


def keras_blank() -> Any:
    """The Keras model as it is initialised."""
    from keras import Input, Sequential, layers

    return Sequential(
        [
            Input((SIDE, SIDE, 3)),
            layers.Conv2D(32, 3, padding="same", activation="relu", name="conv1"),
            layers.MaxPooling2D(),
            layers.Conv2D(64, 3, padding="same", activation="relu", name="conv2"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(64, activation="relu", name="dense1"),
            layers.Dense(CLASSES, name="dense2"),
        ]
    )


def keras_model() -> Any:
    """The Keras model with the weights."""
    model, values = keras_blank(), weights()
    for name in SHAPES:
        model.get_layer(name).set_weights([values[name], values[f"{name}_bias"]])
    return model


def tensorflow_forward(tf: Any, values: dict[str, Any], batch: Any) -> Any:
    """The logits in raw TensorFlow, from variables by name."""
    for name in ("conv1", "conv2"):
        batch = tf.nn.conv2d(batch, values[name], strides=1, padding="SAME") + values[f"{name}_bias"]
        batch = tf.nn.max_pool2d(tf.nn.relu(batch), 2, 2, "VALID")
    batch = tf.reshape(batch, (tf.shape(batch)[0], -1))
    batch = tf.nn.relu(batch @ values["dense1"] + values["dense1_bias"])
    return batch @ values["dense2"] + values["dense2_bias"]


def torch_blank() -> Any:
    """The PyTorch module as it is initialised."""
    from torch import nn

    return nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(SHAPES["dense1"][0], 64), nn.ReLU(),
        nn.Linear(64, CLASSES),
    )  # fmt: skip


def torch_model() -> Any:
    """The PyTorch module with the weights, laid out as it wants them."""
    import torch

    model, values = torch_blank(), weights()
    quarter = SIDE // 4
    # Flattened, PyTorch has the channels outermost, and Keras innermost.
    values["dense1"] = (
        values["dense1"].reshape(quarter, quarter, 64, 64).transpose(2, 0, 1, 3).reshape(-1, 64)
    )
    parts = [part for part in model if hasattr(part, "weight")]
    with torch.no_grad():
        for name, part in zip(SHAPES, parts, strict=True):
            order = (3, 2, 0, 1) if name.startswith("conv") else (1, 0)
            part.weight.copy_(torch.from_numpy(values[name].transpose(order).copy()))
            part.bias.copy_(torch.from_numpy(values[f"{name}_bias"]))
    return model
