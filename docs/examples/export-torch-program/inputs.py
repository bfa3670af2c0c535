"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(3, 4)).astype("float32")
# As Keras stores them: kernel (in, out) and bias
kernel = rng.normal(size=(4, 5)).astype("float32")
bias = rng.normal(size=5).astype("float32")
