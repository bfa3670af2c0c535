"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


features, targets = normal(20, 8), normal(20, 6)
kernel, bias = normal(8, 6), normal(6)  # trained before, now frozen
start = normal(8, 2) / 4  # of the first factor; the second begins at zero
