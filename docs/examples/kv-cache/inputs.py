"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


heads, size = 2, 4  # 2 heads of 4 numbers: 8 in all
tokens = normal(1, 6, 8)  # a prompt of 4 tokens, and 2 that follow
prompt = 4
# Kernels of query, key, value and output, as Keras stores them.
kernels = 0.4 * normal(4, 8, 8)

# Rotary positions: how far each pair of numbers turns at each position.
angles = np.arange(6)[:, None] * np.array([1.0, 0.01])
turn = np.cos(angles).astype("float32"), np.sin(angles).astype("float32")
