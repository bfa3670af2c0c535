"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
small = 0.1 * rng.normal(size=5).astype("float32")  # its norm is below 1
large = 2.0 * rng.normal(size=5).astype("float32")  # its norm is above 1
upstream = rng.normal(size=5).astype("float32")  # the gradient that arrives
