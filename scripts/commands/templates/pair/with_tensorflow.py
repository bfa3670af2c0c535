# TODO Write this side as you would at work, in under 40 lines.
import tensorflow as tf

output = tf.constant([1.0, 2.0]) + 1.0

print("output:", output.numpy())
