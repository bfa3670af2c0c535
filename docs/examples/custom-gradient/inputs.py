"""The same numbers for both frameworks."""

import numpy as np

values = np.array([-1.4, -0.7, 0.1, 0.45, 1.2], dtype="float32")
scale = np.array([1.0, 2.0, -3.0, 0.5, 4.0], dtype="float32")
