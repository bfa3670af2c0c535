"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
logits = (3 * rng.normal(size=(4, 3))).astype("float32")  # 4 samples, 3 classes
labels = np.array([2, 0, 1, 1])
