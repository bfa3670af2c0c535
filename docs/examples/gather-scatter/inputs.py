"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
values = rng.normal(size=5).astype("float32")

rows = np.array([2, 0, 2])
column_of_row = np.array([1, 0, 2, 1])  # one column for each of the 4 rows
places = np.array([[0, 1], [3, 2]])  # (row, column)
groups = np.array([0, 2, 0, 0, 2])  # the group of each value; 1 is empty
