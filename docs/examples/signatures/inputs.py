"""The same numbers for both frameworks: two inputs of one shape."""

import numpy as np

rng = np.random.default_rng(0)
query = rng.normal(size=(3, 4)).astype("float32")
context = rng.normal(size=(3, 4)).astype("float32")
kernel = rng.normal(size=(4, 2)).astype("float32")
