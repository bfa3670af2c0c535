"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 3)).astype("float32")  # 6 samples, 3 features

# A dense layer, as Keras stores it, and what a normalisation has stored.
kernel = rng.normal(size=(3, 4)).astype("float32")
bias = rng.normal(size=4).astype("float32")
mean = rng.normal(size=4).astype("float32")
variance = rng.uniform(0.5, 2.0, size=4).astype("float32")
ones, zeros = np.ones(4, "float32"), np.zeros(4, "float32")
