"""The same numbers for both frameworks."""

import numpy as np

counts = np.array([1, 2, 4, 6], dtype="int32")
ratios = np.array([0.5, 1.75, 0.25, 2.5], dtype="float32")
