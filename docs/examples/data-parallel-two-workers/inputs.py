"""The same numbers for both frameworks: a small regression."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(32, 3)).astype("float32")
noise = rng.normal(size=(32, 1))
targets = (features.sum(axis=1, keepdims=True) + noise).astype("float32")
start = rng.normal(size=(3, 1)).astype("float32")
