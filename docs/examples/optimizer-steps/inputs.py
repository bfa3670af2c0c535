"""The same numbers for both frameworks: a small least-squares problem."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 4)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
start = rng.normal(size=(4, 1)).astype("float32")
