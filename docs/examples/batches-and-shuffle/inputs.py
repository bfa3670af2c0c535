"""The same numbers for both frameworks."""

import numpy as np

items = np.arange(60)
labels = items // 30  # sorted: first all of class 0, then all of class 1
