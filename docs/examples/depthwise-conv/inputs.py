"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


images = normal(2, 6, 7, 4)  # channels last

# From Keras: 4 channels, 2 filters for each; then 1 x 1 to 5 channels.
depthwise_kernel, depthwise_bias = normal(3, 3, 4, 2), normal(8)
pointwise_kernel, pointwise_bias = normal(1, 1, 8, 5), normal(5)
grouped_kernel, grouped_bias = normal(3, 3, 2, 6), normal(6)  # 2 groups

# From PyTorch.
depthwise_weight = normal(8, 1, 3, 3)
grouped_weight = normal(6, 2, 3, 3)
