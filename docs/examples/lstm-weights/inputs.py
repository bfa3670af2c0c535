"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


sequences = normal(2, 5, 3)  # 2 sequences of 5 steps with 3 features
units = 4


# From Keras: kernel, recurrent kernel, bias; 4 gates side by side.
def keras_weights():
    return [normal(3, 4 * units), normal(units, 4 * units), normal(4 * units)]


forward, backward = keras_weights(), keras_weights()


# From PyTorch: the gates one below the other, and two biases.
def torch_weights():
    rows = 4 * units
    return [normal(rows, 3), normal(rows, units), normal(rows), normal(rows)]


forward_torch, backward_torch = torch_weights(), torch_weights()
