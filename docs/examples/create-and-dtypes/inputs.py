"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
prices = rng.uniform(1, 100, size=(2, 3)).round(2)  # NumPy makes float64
kinds = ["bool", "uint8", "int16", "int32", "int64", "float16", "float32"]
others = [np.ones(2, kind) for kind in kinds]
