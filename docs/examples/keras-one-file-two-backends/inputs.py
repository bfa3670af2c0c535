"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 4)).astype("float32")
target = rng.normal(size=(6, 2)).astype("float32")
# Two dense layers, as Keras stores them: kernel (in, out) and bias
weights = [
    rng.normal(size=shape).astype("float32")
    for shape in [(4, 8), (8,), (8, 2), (2,)]
]
