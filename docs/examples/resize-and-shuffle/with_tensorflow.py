import tensorflow as tf

from inputs import depth, images, size

bilinear = tf.image.resize(images, size)
nearest = tf.image.resize(images, size, method="nearest")
bicubic = tf.image.resize(images, size, method="bicubic")
smooth = tf.image.resize(images, size, method="bicubic", antialias=True)
bicubic_pixel = round(float(bicubic[0, 3, 3, 0]), 2)

shuffled = tf.nn.depth_to_space(depth, 2)

# The other way: PyTorch counts the 8 channels as channel, row, column.
parts = tf.reshape(depth, (2, 3, 4, 2, 2, 2))
moved = tf.transpose(parts, (0, 1, 2, 4, 5, 3))  # row, column, channel
shuffled_back = tf.nn.depth_to_space(tf.reshape(moved, depth.shape), 2)

print("bilinear:", bilinear[0, 0, :4, 0].numpy().round(4))
print("nearest:", nearest[0, 0, :4, 0].numpy().round(4))
print("bicubic, one pixel:", bicubic_pixel)
print("shuffled:", shuffled[0, 0, :4, 0].numpy().round(4))
