"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Amounts, two of which are zero, and points, two of which coincide.
amounts = rng.uniform(0, 2, size=6).astype("float32")
amounts[[1, 4]] = 0
points = rng.normal(size=(4, 2)).astype("float32")
others = rng.normal(size=(4, 2)).astype("float32")
others[2] = points[2]
