"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


tokens = normal(2, 5, 6)  # 2 sequences of 5 tokens, 6 numbers each
valid = np.arange(5) < np.array([[4], [3]])  # the rest is padding
heads, size = 2, 3  # 2 heads of 3 numbers: 6 in all

# From Keras: kernel and bias of query, key, value, and of the output.
kernels = [normal(6, heads, size) for _ in range(3)]
biases = [normal(heads, size) for _ in range(3)]
out_kernel, out_bias = normal(heads, size, 6), normal(6)

# From PyTorch: query, key and value one below the other.
in_weight, in_bias = normal(18, 6), normal(18)
out_weight = normal(6, 6)
