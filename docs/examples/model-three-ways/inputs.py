"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(4, 3)).astype("float32")  # 4 samples, 3 features
shapes = [(3, 5), (5,), (5, 2), (2,)]  # kernel, bias, kernel, bias of Keras
weights = [rng.normal(size=shape).astype("float32") for shape in shapes]
