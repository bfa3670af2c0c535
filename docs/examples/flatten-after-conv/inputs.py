"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


images = normal(4, 5, 6, 1)  # 4 grey images of 5 by 6 pixels, channels last
conv_kernel = normal(3, 3, 1, 2)  # its map: 3 by 4 pixels, 2 channels

kernel = normal(24, 5) / 8  # of the dense layer, in Keras (in, out)
weight = normal(5, 24) / 8  # and in PyTorch (out, in)
bias = normal(5)
