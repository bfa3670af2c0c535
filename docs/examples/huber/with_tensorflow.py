import keras
import tensorflow as tf

from inputs import given, threshold, wanted

x, y = tf.Variable(given), tf.constant(wanted)

# Squares below the threshold; above it, straight lines of that slope.
with tf.GradientTape() as tape:
    huber = keras.losses.Huber(delta=threshold)(y, x)
gradient = tape.gradient(huber, x)

# Smooth L1 has slope 1 above the threshold; Keras has no class for it.
smooth_l1 = huber / threshold

# One number for each box: Keras takes the mean of the last axis.
per_box = keras.losses.huber(y, x, delta=threshold)

# The smooth relative without a threshold.
log_cosh = keras.losses.LogCosh()(y, x)

try:
    zero_threshold = float(keras.losses.Huber(delta=0.0)(y, x))
except ValueError as error:
    zero_threshold = type(error).__name__

print("huber:", round(float(huber), 4))
print("smooth L1:", round(float(smooth_l1), 4))
print("log cosh:", round(float(log_cosh), 4))
print("threshold 0:", zero_threshold)
