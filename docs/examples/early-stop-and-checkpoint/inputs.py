"""The same numbers for both frameworks: few samples, so it overfits soon."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(24, 10)).astype("float32")
noise = 0.5 * rng.normal(size=(24, 1))
targets = (features[:, :1] + noise).astype("float32")
start = np.zeros((10, 1), "float32")
