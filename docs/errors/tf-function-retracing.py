import tensorflow as tf


def wrong():
    double = tf.function(lambda x: x * 2)
    for number in range(8):
        double(number)


def right():
    double = tf.function(lambda x: x * 2)
    for number in tf.range(8):
        double(number)
    assert double.experimental_get_tracing_count() == 1
