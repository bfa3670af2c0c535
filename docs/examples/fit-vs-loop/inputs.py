"""The same numbers for both frameworks: a small classification."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(50, 4)).astype("float32")
noise = rng.normal(size=50)
labels = (features[:, 0] - features[:, 1] + noise > 0).astype("int64")

# Weights of two layers, as Keras stores them: (in, out).
hidden = (0.5 * rng.normal(size=(4, 8))).astype("float32")
output = (0.5 * rng.normal(size=(8, 2))).astype("float32")
zeros_8, zeros_2 = np.zeros(8, "float32"), np.zeros(2, "float32")
