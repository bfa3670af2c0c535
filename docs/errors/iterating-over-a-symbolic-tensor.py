import tensorflow as tf

pair = tf.constant([3.0, 4.0])


def wrong():
    @tf.function
    def length(pair):
        return sum([part**2 for part in pair]) ** 0.5

    length(pair)


def right():
    @tf.function
    def length(pair):
        return sum([part**2 for part in tf.unstack(pair)]) ** 0.5

    assert length(pair) == 5.0
