import tensorflow as tf

from inputs import scale, values

x = tf.Variable(values)


@tf.custom_gradient
def to_quarters(x):
    """Round to quarters between -1 and 1; backwards, let pass inside."""
    inside = tf.cast(tf.abs(x) <= 1, x.dtype)

    def backward(upstream):
        return upstream * inside

    return tf.round(tf.clip_by_value(x, -1, 1) * 4) / 4, backward


with tf.GradientTape() as tape:
    rounded = to_quarters(x)
    loss = tf.reduce_sum(rounded * scale)
gradient = tape.gradient(loss, x)

# The same without a function of its own.
with tf.GradientTape() as tape:
    clipped = tf.clip_by_value(x, -1, 1)
    steps = clipped + tf.stop_gradient(tf.round(clipped * 4) / 4 - clipped)
    loss = tf.reduce_sum(steps * scale)
short_gradient = tape.gradient(loss, x)

# What rounding alone gives.
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(tf.round(x) * scale)
plain = tape.gradient(loss, x)

print("rounded:", rounded.numpy())
print("gradient:", gradient.numpy())
print("of round alone:", plain)
