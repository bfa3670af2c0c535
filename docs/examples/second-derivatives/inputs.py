"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(5, 3)).astype("float32")
labels = np.array([1, 0, 1, 1, 0], dtype="float32")
start = rng.normal(size=3).astype("float32")
direction = rng.normal(size=3).astype("float32")
