"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
table = rng.normal(size=(3, 4)).astype("float32")
row = rng.normal(size=4).astype("float32")
block = rng.normal(size=(2, 2)).astype("float32")
