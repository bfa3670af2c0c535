# TODO Write this side as you would at work, in under 40 lines.
import tensorflow as tf

from inputs import numbers

output = tf.constant(numbers) + 1.0

print("output:", output.numpy())
