"""The same table for both frameworks: ages and cities of eight people."""

import numpy as np

ages = np.array([18, 25, 31, 44, 52, 65, 70, 83], dtype="float32")
cities = ["Oslo", "Bonn", "Rome", "Bonn", "Oslo", "Lima", "Rome", "Bonn"]
known = ["Bonn", "Oslo", "Rome"]  # of the training data; Lima is new
bounds = (18.0, 30.0, 65.0)  # buckets: below 18, 18 to 29, 30 to 64, 65 up
