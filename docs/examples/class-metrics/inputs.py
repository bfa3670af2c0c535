"""The same numbers for both frameworks: three classes, one of them rare."""

import numpy as np

rng = np.random.default_rng(0)
labels = rng.choice(3, size=64, p=[0.7, 0.2, 0.1])
scores = rng.normal(size=(64, 3)) + 2 * np.eye(3)[labels]
scores = scores.astype("float32")

# In batches of 12; the last one has 4.
cuts = range(12, 64, 12)
batches = list(zip(np.split(labels, cuts), np.split(scores, cuts)))
