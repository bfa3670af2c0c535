"""The same numbers for both frameworks: a graph of four nodes."""

import numpy as np

rng = np.random.default_rng(0)
places = np.array([[0, 1], [0, 3], [1, 0], [2, 2], [3, 0]])  # (row, column)
weights = rng.normal(size=5).astype("float32")
features = rng.normal(size=(4, 2)).astype("float32")
