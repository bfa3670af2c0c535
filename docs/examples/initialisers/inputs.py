"""The same numbers for both frameworks: sizes of kernels, as in Keras."""

dense = [600, 300]  # in, out
image = [3, 3, 64, 128]  # height, width, in, out
