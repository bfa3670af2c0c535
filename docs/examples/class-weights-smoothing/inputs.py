"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
logits = (2 * rng.normal(size=(6, 3))).astype("float32")  # 6 samples, 3 classes
labels = np.array([0, 0, 0, 0, 1, 2])  # class 0 is frequent
class_weights = np.array([0.5, 2.0, 4.0], "float32")

# Two sets of distributions over the classes: what is wanted, what is given.
wanted = rng.dirichlet(np.ones(3), size=6).astype("float32")
given = rng.dirichlet(np.ones(3), size=6).astype("float32")
