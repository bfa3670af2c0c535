"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


real, fake = normal(6, 4, 4, 1), normal(6, 4, 4, 1)  # images, channels last
share = rng.uniform(size=(6, 1, 1, 1)).astype("float32")  # one for each pair
weight = 10.0

# The critic, as Keras stores it: two dense layers after a flatten.
weights = [normal(16, 8) / 8, normal(8), normal(8, 1), normal(1)]
