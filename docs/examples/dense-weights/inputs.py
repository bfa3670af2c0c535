"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(4, 3)).astype("float32")  # 4 samples
bias = rng.normal(size=5).astype("float32")

# As Keras stores it, (inputs, outputs), and as PyTorch does, (outputs, inputs).
kernel = rng.normal(size=(3, 5)).astype("float32")
weight = rng.normal(size=(5, 3)).astype("float32")
