"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 2)).astype("float32")
target = (features @ [1.5, -0.5] + 0.3).astype("float32")
start = np.array([0.1, 0.2], dtype="float32")
