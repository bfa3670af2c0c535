"""The same numbers for both frameworks: eight samples, three are padding."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 3)).astype("float32")
targets = rng.normal(size=(8, 1)).astype("float32")
kernel = rng.normal(size=(3, 1)).astype("float32")

# Of two workers, the first has four samples that count, the second one.
mask = np.array([1, 1, 1, 1, 1, 0, 0, 0], dtype="float32")
