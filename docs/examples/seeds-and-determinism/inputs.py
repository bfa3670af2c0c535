"""The same numbers for both frameworks, and random numbers from NumPy."""

import numpy as np

rng = np.random.default_rng(0)
features = rng.normal(size=(32, 4)).astype("float32")
targets = features.sum(axis=1, keepdims=True)

# What is random in a training, drawn once: start, batches, dropout masks.
start = rng.normal(size=(4, 1)).astype("float32")
batches = np.stack([rng.permutation(32) for _ in range(3)]).reshape(12, 8)
masks = 2 * rng.integers(0, 2, size=(12, 8, 4)).astype("float32")
