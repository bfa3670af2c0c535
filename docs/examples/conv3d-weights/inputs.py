"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


volume = normal(1, 5, 6, 7, 2)  # batch, depth, height, width, channels
bias = normal(4)
kernel = normal(3, 3, 3, 2, 4)  # from Keras: depth, height, width, in, out
weight = normal(4, 2, 3, 3, 3)  # from PyTorch: out, in, depth, height, width
up_kernel = normal(2, 2, 2, 4, 2)  # from Keras: ..., out, in
up_weight = normal(2, 4, 2, 2, 2)  # from PyTorch: in, out, ...
