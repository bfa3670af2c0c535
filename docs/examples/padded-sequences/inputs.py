"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


# 3 sequences of 3 features, filled up with zeros to 5 steps.
lengths = np.array([3, 5, 2])
valid = np.arange(5) < lengths[:, None]
sequences = normal(3, 5, 3) * valid[:, :, None]

# An LSTM of 4 units, as Keras stores it.
kernel, recurrent, bias = normal(3, 16), normal(4, 16), normal(16)
