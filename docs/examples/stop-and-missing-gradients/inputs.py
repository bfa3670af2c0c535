"""The same numbers for both frameworks."""

import numpy as np

start = np.array([-1.5, 0.5, 2.0], dtype="float32")
