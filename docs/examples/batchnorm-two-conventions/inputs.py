"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


batch = 2 * normal(6, 3) + 1  # to train on: 6 samples, 3 features
other = normal(4, 3)  # to predict on

# From Keras: gamma, beta, moving mean, moving variance.
weights = [normal(3), normal(3), normal(3), 1 + normal(3) ** 2]

# From PyTorch.
state = {
    "weight": normal(3),
    "bias": normal(3),
    "running_mean": normal(3),
    "running_var": 1 + normal(3) ** 2,
}
