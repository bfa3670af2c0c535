"""The same numbers for both frameworks: a small regression."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(16, 3)).astype("float32")
targets = (features.sum(axis=1, keepdims=True) + 1).astype("float32")
kernel = rng.normal(size=(3, 1)).astype("float32")
bias = np.ones(1, "float32")
