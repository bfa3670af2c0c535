import tensorflow as tf

x = tf.Variable(3.0)
y = tf.Variable(2.0)


def wrong():
    with tf.GradientTape() as tape:
        product = x * y
    tape.gradient(product, x)
    tape.gradient(product, y)


def right():
    with tf.GradientTape() as tape:
        product = x * y
    by_x, by_y = tape.gradient(product, [x, y])
    assert (by_x, by_y) == (2.0, 3.0)
