import tensorflow as tf

x = tf.constant([1.0, 2.0])


def wrong():
    @tf.function
    def mean(x):
        return x.numpy().mean()

    mean(x)


def right():
    @tf.function
    def mean(x):
        tf.print("mean of", x)
        return tf.reduce_mean(x)

    assert mean(x) == 1.5
