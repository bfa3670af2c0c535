"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Three images: height, width, channels
images = rng.normal(size=(3, 8, 8, 2)).astype("float32")
# As Keras stores them: convolution (3, 3, in, out), dense (in, out)
conv_kernel = rng.normal(size=(3, 3, 2, 4)).astype("float32")
conv_bias = rng.normal(size=4).astype("float32")
kernel = rng.normal(size=(4, 3)).astype("float32")
bias = rng.normal(size=3).astype("float32")
