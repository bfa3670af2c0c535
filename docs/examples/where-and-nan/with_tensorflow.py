import tensorflow as tf

from inputs import amounts, others, points


def gradient(function, array):
    x = tf.constant(array)
    with tf.GradientTape() as tape:
        tape.watch(x)
        result = tf.reduce_sum(function(x))
    return tape.gradient(result, x)


# x log x, and 0 where x is 0. The inner `where` gives log a harmless 1.
def x_log_x(x):
    safe = tf.where(x > 0, x, 1.0)
    return tf.where(x > 0, x * tf.math.log(safe), 0.0)


# The distance of two points, and 0 where they coincide.
def distance(x):
    square = tf.reduce_sum((x - others) ** 2, axis=-1)
    safe = tf.where(square > 0, square, 1.0)
    return tf.where(square > 0, tf.sqrt(safe), 0.0)


values = x_log_x(tf.constant(amounts))
slope = gradient(x_log_x, amounts)
scale_slope = gradient(lambda scale: x_log_x(scale * amounts), [1.0])
distance_slope = gradient(distance, points)

# What the ready-made functions do at zero.
of_norm = gradient(lambda x: tf.norm(x - others, axis=-1), points)
norm_is_nan = bool(tf.reduce_any(tf.math.is_nan(of_norm)))
of_xlogy = gradient(lambda x: tf.math.xlogy(x, x), amounts)
xlogy_is_nan = bool(tf.reduce_any(tf.math.is_nan(of_xlogy)))

print("x log x: ", slope.numpy().round(4))
print("by scale:", scale_slope.numpy().round(4))
print("distance:", distance_slope[2:, 0].numpy().round(4))
print("norm:    ", of_norm[2:, 0].numpy().round(4))
print("xlogy:   ", of_xlogy.numpy().round(4))
