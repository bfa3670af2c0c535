"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


image = normal(1, 4, 5, 2)  # one image, 4 x 5, 2 channels, channels last

# From Keras: (height, width, outputs, inputs), for three sizes.
kernels = {size: normal(size, size, 3, 2) for size in (3, 4, 5)}
bias = normal(3)

# From PyTorch: (inputs, outputs, height, width).
torch_kernel = normal(2, 3, 3, 3)
