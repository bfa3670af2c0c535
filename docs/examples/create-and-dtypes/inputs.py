"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
prices = rng.uniform(1, 100, size=(2, 3)).round(2)  # NumPy makes float64
