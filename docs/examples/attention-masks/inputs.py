"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Query, key and value: 2 sequences, 2 heads, 5 tokens, 3 numbers each.
query, key, value = rng.normal(size=(3, 2, 2, 5, 3)).astype("float32")

# What a tokenizer returns: 1 for a token, 0 for padding.
attention_mask = np.array([[1, 1, 1, 1, 0], [1, 1, 1, 0, 0]])

# A number that is added to each score, by distance, as ALiBi does.
distance = -0.5 * abs(np.arange(5)[:, None] - np.arange(5)).astype("float32")
