import tensorflow as tf

from inputs import boxes, crop, image_of_box, images

height, width = images.shape[1:3]

# Corners on the middles of pixels: 0 is the first, 1 the last of an axis.
last = tf.constant([height - 1, width - 1] * 2, tf.float32)
crops = tf.image.crop_and_resize(images, boxes / last, image_of_box, crop)

# A box of whole pixels, resized by areas: the other convention.
window = tf.constant(images)[:, 2:8, 1:9]
resized = tf.image.resize(window, crop)

# A sample beyond the outermost pixel is `extrapolation_value`, which is 0.
outside = tf.constant([[-2.0, -2.0, 3.0, 3.0]])
shifted = tf.image.crop_and_resize(images, outside / last, [0], crop)
beyond = round(float(shifted[0, 2, 1, 0]), 4)

print("crop:   ", crops[0, 0, :4, 0].numpy().round(4))
print("resized:", resized[0, 0, :4, 0].numpy().round(4))
print("beyond: ", shifted[0, 2, :4, 0].numpy().round(4))
