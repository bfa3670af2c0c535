"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
logits = (2 * rng.normal(size=(8, 3))).astype("float32")
labels = (rng.random((8, 3)) < 0.3).astype("float32")  # several may hold
positive_weights = np.array([2.0, 5.0, 10.0], "float32")  # one per label
sample_weights = rng.uniform(0.5, 2, size=8).astype("float32")
