"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)


def normal(*shape):
    return rng.normal(size=shape).astype("float32")


samples = normal(64, 1024)  # 64 samples, 1024 features

# A dense layer, a normalisation, a dense layer, as Keras stores them.
weights = [normal(1024, 32) / 32, normal(32)]
weights += [1 + 0.1 * normal(32), normal(32), normal(32), 1 + normal(32) ** 2]
weights += [normal(32, 5) / 6, normal(5)]
