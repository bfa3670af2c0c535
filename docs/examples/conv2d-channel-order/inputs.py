"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


# 2 images of 6 by 7 pixels with 3 channels, as Keras wants them.
images = normal(2, 6, 7, 3)
bias = normal(4)

# As Keras stores them: height and width first.
kernel = normal(3, 3, 3, 4)  # height, width, in, out
up_kernel = normal(3, 3, 4, 3)  # height, width, out, in
depth_kernel = normal(3, 3, 3, 2)  # height, width, in, outputs per channel

# As PyTorch stores them: height and width last.
weight = normal(4, 3, 3, 3)  # out, in, height, width
up_weight = normal(3, 4, 3, 3)  # in, out, height, width
depth_weight = normal(6, 1, 3, 3)  # out, 1, height, width
