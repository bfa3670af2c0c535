"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 5, 6, 3)).astype("float32")  # channels last
size = (8, 10)  # height, width; no whole multiple of 5 by 6
depth = rng.normal(size=(2, 3, 4, 8)).astype("float32")  # 8 = 2 * 2 * 2
