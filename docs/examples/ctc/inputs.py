"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# 3 recordings of 8 frames, scores for the blank (0) and 4 letters (1 to 4)
scores = rng.normal(size=(3, 8, 5)).astype("float32")
frames = np.array([8, 7, 6])  # the rest is padding
texts = np.array([[1, 2, 2, 3], [4, 1, 0, 0], [3, 0, 0, 0]])
letters = np.array([4, 2, 1])
