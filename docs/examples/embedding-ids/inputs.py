"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
vocabulary = ["tea", "milk", "sugar", "cup"]  # ids from 2: 0 pads, 1 unknown
sentences = [
    ["milk", "tea", "honey"],  # honey is not in the vocabulary
    ["sugar", "", ""],  # the empty word pads
    ["cup", "tea", ""],
]
table = rng.normal(size=(6, 4)).astype("float32")
table[0] = 0
word_weights = rng.uniform(0.5, 1, size=(3, 3)).astype("float32")
numbers = rng.integers(-10_000, 10_000, size=8)  # too many for a table
