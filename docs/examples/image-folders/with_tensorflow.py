import keras
import tensorflow as tf

from inputs import write

write("photos")
dataset = keras.utils.image_dataset_from_directory(
    "photos",
    image_size=(6, 8),  # resized with the bilinear filter
    batch_size=4,
    shuffle=False,  # the default is True
    verbose=False,
)
names = dataset.class_names

images, labels = zip(*dataset)
images, labels = tf.concat(images, 0), tf.concat(labels, 0)

# Augmentation runs on batches. `fit` and `predict` say which mode it is; a
# plain call augments.
keras.utils.set_random_seed(0)
augment = keras.Sequential(
    [keras.layers.RandomFlip("horizontal"), keras.layers.Rescaling(1 / 255)]
)
inference = augment(images, training=False)
mirrored = tf.image.flip_left_right(inference)
changed = tf.reduce_any(augment(images) != inference, axis=[1, 2, 3])
assert tf.reduce_any(changed)

default_type = images.dtype.name
highest = "255" if tf.reduce_max(images) > 1 else "1"

print("classes:", names)
print("labels:", labels.numpy())
print("images:", default_type, "up to", highest)
print(
    "mirrored by a plain call:", int(tf.reduce_sum(tf.cast(changed, "int32")))
)
print("first pixels:", images[0, 0, :3, 0].numpy().round(2))
