"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


sequences = normal(2, 5, 3)  # 2 sequences of 5 steps with 3 features
units = 4

# From Keras: the gates side by side (update, reset, candidate).
kernel = normal(3, 3 * units)
recurrent = normal(units, 3 * units)
bias = normal(2, 3 * units)  # one row for each kernel

# From PyTorch: the gates one below the other (reset, update, candidate).
weight_ih, weight_hh = normal(3 * units, 3), normal(3 * units, units)
bias_ih, bias_hh = normal(3 * units), normal(3 * units)
