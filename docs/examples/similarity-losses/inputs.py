"""The same numbers for both frameworks: embeddings of six samples."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


anchor, positive, negative = normal(6, 4), normal(6, 4), normal(6, 4)
same = np.array([1, -1, 1, 1, -1, -1], dtype="float32")  # -1: different
