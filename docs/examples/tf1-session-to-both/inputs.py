"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 4)).astype("float32")
target = rng.normal(size=(6, 2)).astype("float32")
kernel = rng.normal(size=(4, 2)).astype("float32")  # (in, out)
bias = rng.normal(size=2).astype("float32")
