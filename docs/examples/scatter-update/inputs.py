"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
table = rng.normal(size=(5, 3)).astype("float32")
rows = np.array([3, 0, 1])  # no row twice
new_rows = rng.normal(size=(3, 3)).astype("float32")
column_of_row = np.array([1, 0, 2, 1, 0])  # one column for each of the 5 rows
marks = rng.normal(size=5).astype("float32")

log_probs = -rng.exponential(size=6).astype("float32")  # all below zero
groups = np.array([0, 2, 0, 1, 2, 0])  # the group of each
