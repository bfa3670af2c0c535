"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


texts = normal(2, 12, 3)  # 2 long sequences, read in three parts of 4 steps
kernel, recurrent, bias = normal(3, 20), normal(5, 20), normal(20)  # Keras's
wanted = normal(2, 4, 5)  # of the last part
