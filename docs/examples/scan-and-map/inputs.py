"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
steps = rng.normal(size=(6, 2)).astype("float32")
decay = rng.uniform(0.5, 0.9, size=2).astype("float32")
