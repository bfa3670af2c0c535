"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
given = rng.normal(size=(6, 4)).astype("float32")  # 4 coordinates of a box
wanted = rng.normal(size=(6, 4)).astype("float32")
threshold = 1 / 9  # where the square ends; sigma = 3 in old detection code
