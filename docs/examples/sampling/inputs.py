"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
logits = 2 * rng.normal(size=(40, 12)).astype("float32")  # 40 draws, 12 tokens
uniform = rng.uniform(size=(40, 12)).astype("float32")

temperature, top_k, top_p = 0.7, 5, 0.8
