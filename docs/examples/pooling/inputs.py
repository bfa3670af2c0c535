"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 8, 8, 3)).astype("float32")
