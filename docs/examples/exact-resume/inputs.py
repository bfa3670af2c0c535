"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(24, 4)).astype("float32")
targets = (features[:, :1] + features[:, 1:2] ** 2).astype("float32")
kernel = rng.normal(size=(4, 1)).astype("float32")
orders = [rng.permutation(24) for _ in range(4)]  # of the data, by epoch
