"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(3, 4)).astype("float32")
# Two layers, as Keras stores them: kernel (in, out) and bias
weights = [
    rng.normal(size=shape).astype("float32")
    for shape in [(4, 8), (8,), (8, 3), (3,)]
]
