"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 9, 11, 3)).astype("float32")  # channels last

# Boxes as pixels, from the middle of the first to the middle of the last:
# top, left, bottom, right. And the image of each.
boxes = np.array([[1.0, 2.0, 6.0, 7.5], [0.0, 0.0, 8.0, 10.0], [2.5, 1, 7, 9]])
image_of_box = np.array([0, 1, 1])
crop = (4, 5)
