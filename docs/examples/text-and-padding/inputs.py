"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
words = ["the", "tea", "is", "hot", "milk", "and", "cold"]
vocabulary = rng.permutation(words).tolist()  # their ids begin at 2
texts = ["The tea is hot!", "Milk.", "The milk, and the lemon, is cold"]

table = rng.normal(size=(9, 4)).astype("float32")
kernel = rng.normal(size=(4, 5)).astype("float32")
recurrent = rng.normal(size=(5, 5)).astype("float32")
bias = rng.normal(size=5).astype("float32")
