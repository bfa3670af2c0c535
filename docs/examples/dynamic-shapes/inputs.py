"""The same numbers for both frameworks: batches of four sizes."""

import numpy as np

rng = np.random.default_rng(0)
batches = [
    rng.normal(size=(size, 3)).astype("float32") for size in (4, 7, 2, 1)
]
wider = rng.normal(size=(4, 5)).astype("float32")
