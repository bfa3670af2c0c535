"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


features = normal(4, 6) / 10  # 4 samples with 6 features of small variance
tokens = np.array([[4, 2, 7], [1, 5, 0]])  # 0 is padding

# From Keras.
gamma, beta, embeddings = normal(6), normal(6), normal(8, 4)

# From PyTorch.
norm_weight, norm_bias, table = normal(6), normal(6), normal(8, 4)
