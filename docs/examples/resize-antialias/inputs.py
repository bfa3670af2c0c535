"""The same numbers for both frameworks: a picture of fine stripes."""

import numpy as np

rng = np.random.default_rng(0)
rows, columns = np.mgrid[0:37, 0:53]
stripes = 128 + 90 * np.sin(2.2 * columns + 1.3 * rows)
noise = rng.normal(scale=9, size=(37, 53, 3))
photo = np.clip(stripes[..., None] + noise, 0, 255).astype("uint8")
size = (11, 16)  # height, width: smaller, and no whole fraction
