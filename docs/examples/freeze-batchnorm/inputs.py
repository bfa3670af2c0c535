"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


# New data, whose features lie elsewhere than those of the old data.
features = 1 + 2 * normal(24, 4)
targets = normal(24, 1)

# The pretrained part: dense kernel and bias, then gamma, beta, mean, variance.
base_weights = [normal(4, 5), normal(5)]
base_weights += [1 + 0.1 * normal(5), normal(5), normal(5), 1 + normal(5) ** 2]
head_weights = [normal(5, 1), np.zeros(1, "float32")]
