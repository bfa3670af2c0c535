"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Two RGB images, 8 x 8, as a file gives them: whole numbers from 0 to 255.
images = rng.integers(0, 256, size=(2, 8, 8, 3)).astype("uint8")

# A network that was trained on BGR minus the mean, as VGG16 of Keras was.
conv_kernel = (rng.normal(size=(3, 3, 3, 4)) / 100).astype("float32")
kernel = rng.normal(size=(4, 5)).astype("float32")
