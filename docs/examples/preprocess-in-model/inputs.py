"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


# Three images of a camera: 24 x 32, RGB, whole numbers from 0 to 255.
photos = rng.integers(0, 256, size=(3, 24, 32, 3)).astype("uint8")

# A small network, as Keras stores it, for images of 12 x 12.
conv_kernel, conv_bias = normal(3, 3, 3, 4), normal(4)
kernel, bias = normal(4, 3), normal(3)
