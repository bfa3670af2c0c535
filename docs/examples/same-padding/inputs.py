"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 6, 6, 3)).astype("float32")  # channels last
kernel = rng.normal(size=(3, 3, 3, 4)).astype("float32")  # as Keras stores it
