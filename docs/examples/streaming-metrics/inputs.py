"""The same numbers for both frameworks: scores of a classifier in batches."""

import numpy as np

rng = np.random.default_rng(0)
labels = rng.integers(0, 2, size=50).astype("float32")
scores = 1 / (1 + np.exp(-(2 * labels - 1 + 1.5 * rng.normal(size=50))))
scores = scores.astype("float32")

# Batches of 16, 16, 16 and 2.
batches = [(labels[i : i + 16], scores[i : i + 16]) for i in range(0, 50, 16)]
