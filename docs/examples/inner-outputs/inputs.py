"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


images = normal(3, 8, 8, 2)  # 3 images, channels last
conv_kernel, conv_bias = normal(3, 3, 2, 4), normal(4)
kernel, bias = normal(4, 5), normal(5)
