"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(4, 6)).astype("float32")
targets = rng.normal(size=(4, 6)).astype("float32")
