"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(2, 3)).astype("float32")
gradient = rng.normal(size=(2, 3)).astype("float32")
