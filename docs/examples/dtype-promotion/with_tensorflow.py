import keras
import tensorflow as tf

from inputs import counts, ratios

x = tf.constant(counts)  # int32
y = tf.constant(ratios)  # float32

try:
    outcome = (x + y).dtype.name
except tf.errors.InvalidArgumentError as error:
    outcome = type(error).__name__

total = tf.cast(x, tf.float32) + y
promoted = keras.ops.add(x, y)  # Keras converts

half_type = (x / 2).dtype.name
mean = tf.reduce_mean(tf.cast(x, tf.float32))
mean_of_ints = tf.reduce_mean(x)
mean_of_negatives = tf.reduce_mean(-x)  # -3.25 becomes -3, not -4

print("int32 + float32:", outcome)
print("total:", total.numpy())
print("int32 / 2:", half_type)
print("mean:", mean.numpy())
print("mean of int32:", mean_of_ints.numpy())
print("mean of -int32:", mean_of_negatives.numpy())
