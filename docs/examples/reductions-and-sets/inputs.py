"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
scores = rng.normal(size=(4, 6)).astype("float32")
waits = np.array([1, 2, 4, 9], dtype="float32")
labels = np.array([3, 1, 2, 3, 1, 1])
