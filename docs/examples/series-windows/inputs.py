"""The same series for both frameworks: twelve steps of two measurements."""

import numpy as np

rng = np.random.default_rng(0)
series = rng.normal(size=(12, 2)).astype("float32").cumsum(axis=0)
length = 4  # steps that the model sees; it has to foretell the next one
