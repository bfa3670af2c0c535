import tensorflow as tf

x = tf.constant(3.0)


def wrong():
    @tf.function
    def count(x):
        total = tf.Variable(0.0)
        return total.assign_add(x)

    count(x)


def right():
    total = tf.Variable(0.0)

    @tf.function
    def count(x):
        return total.assign_add(x)

    count(x)
    assert count(x) == 6.0
