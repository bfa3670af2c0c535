"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


signal = normal(2, 12, 3)  # batch, steps, channels
bias = normal(4)
kernel = normal(3, 3, 4)  # from Keras: width, in, out
weight = normal(4, 3, 3)  # from PyTorch: out, in, width
