"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


def mask(*shape, rate=0.5):  # 0 for what is dropped, 2 for what is kept
    return (rng.uniform(size=shape) > rate).astype("float32") / (1 - rate)


units = 4
sequences = normal(2, 5, 3)  # 2 sequences of 5 steps, 3 features

# An LSTM as Keras stores it: kernel, recurrent kernel, bias.
weights = [normal(3, 4 * units), normal(units, 4 * units), normal(4 * units)]

# One mask for each of the four gates, the same at every step.
input_masks, state_masks = mask(4, 2, 3), mask(4, 2, units)
# Between two layers: another mask at every step.
between = mask(2, 5, units)
upper = [normal(units, 4 * units), normal(units, 4 * units), normal(4 * units)]
