import numpy as np
import tensorflow as tf
import torch

integers = np.array([1, 2], dtype=np.int64)
floats = np.array([0.5, 0.5], dtype=np.float32)


def outcome(action):
    try:
        result = action()
    except (TypeError, tf.errors.InvalidArgumentError) as error:
        return type(error).__name__
    return str(getattr(result.dtype, "name", result.dtype)).removeprefix(
        "torch."
    )


rows = {
    "int64 + float32": (
        lambda: integers + floats,
        lambda: tf.constant(integers) + tf.constant(floats),
        lambda: torch.tensor(integers) + torch.tensor(floats),
    ),
    "from Python ints": (
        lambda: np.array([1, 2]),
        lambda: tf.constant([1, 2]),
        lambda: torch.tensor([1, 2]),
    ),
    "x[[1, 0]]": (
        lambda: floats[[1, 0]],
        lambda: tf.constant(floats)[[1, 0]],
        lambda: torch.tensor(floats)[[1, 0]],
    ),
    "array + tensor": (
        lambda: floats + floats,
        lambda: floats + tf.constant(floats),
        lambda: floats + torch.tensor(floats),
    ),
}
print("NumPy, TensorFlow, PyTorch")
table = {
    title: [outcome(action) for action in row] for title, row in rows.items()
}
for title, cells in table.items():
    print(f"{title}:", *cells)
refusal = "InvalidArgumentError"
assert table["int64 + float32"] == ["float64", refusal, "float32"]
assert table["from Python ints"] == ["int64", "int32", "int64"]
assert table["x[[1, 0]]"] == ["float32", refusal, "float32"]
assert table["array + tensor"] == ["float32", "float32", "TypeError"]

tf.experimental.numpy.experimental_enable_numpy_behavior()
switched = [
    outcome(rows[title][1]) for title in ("int64 + float32", "x[[1, 0]]")
]
print("TensorFlow with NumPy behaviour:", *switched)
assert switched == ["float64", "float32"]
