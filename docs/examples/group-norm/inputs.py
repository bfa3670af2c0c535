"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


images = 2 * normal(2, 2, 3, 6) + 1  # batch, height, width, channels
gamma, beta = normal(6), normal(6)  # from Keras
scale, shift = normal(6), normal(6)  # from PyTorch
