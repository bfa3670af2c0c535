"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
items = rng.normal(size=(12, 3)).astype("float32")  # 12 samples, 3 features
seed = 7
