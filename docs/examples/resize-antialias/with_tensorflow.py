import numpy as np
import tensorflow as tf
from PIL import Image

from inputs import photo, size

smooth = tf.image.resize(photo, size, antialias=True)
smooth_cubic = tf.image.resize(photo, size, "bicubic", antialias=True)

# The default: four neighbours alone, so most pixels are never looked at.
sharp = tf.image.resize(photo, size)

# Whole blocks of pixels: 36 x 52 to 9 x 13.
blocks = tf.image.resize(photo[:36, :52], (9, 13), "area")
area_pixel = round(float(tf.image.resize(photo, size, "area")[0, 1, 0]), 2)

# What Pillow makes of the same bytes, and how far the result is from it.
pillow = Image.fromarray(photo).resize(size[::-1], Image.Resampling.BILINEAR)
pillow = np.asarray(pillow, "float32")
gap = tf.reduce_max(tf.abs(tf.round(smooth) - pillow))
assert gap <= 1
gap_without = tf.reduce_mean(tf.abs(sharp - pillow))

print("antialiased:", smooth[0, :4, 0].numpy().round(2))
print("default:    ", sharp[0, :4, 0].numpy().round(2))
print("from Pillow, at most:", int(gap), "of 255")
print("default from Pillow, mean:", round(float(gap_without), 1))
