"""The same numbers for both frameworks: a small regression."""

import numpy as np

rng = np.random.default_rng(0)
features = (rng.normal(size=(8, 3)) + 1).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
kernel = rng.normal(size=(3, 1)).astype("float32")
