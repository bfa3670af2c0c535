"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 3)).astype("float32")
target = rng.normal(size=8).astype("float32")
weight = rng.normal(size=3).astype("float32")
