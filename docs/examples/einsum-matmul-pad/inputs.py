"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Axes: batch, place, feature.
queries = rng.uniform(-1, 1, size=(2, 3, 4)).astype("float32")
keys = rng.uniform(-1, 1, size=(2, 5, 4)).astype("float32")

matrix = rng.uniform(-1, 1, size=(3, 4)).astype("float32")
vector = rng.uniform(-1, 1, size=4).astype("float32")
image = rng.uniform(-1, 1, size=(2, 3)).astype("float32")
