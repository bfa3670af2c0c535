import tensorflow as tf

prices = tf.constant([1.5, 2.5])
counts = tf.constant([2, 3])


def wrong():
    prices * counts


def right():
    total = prices * tf.cast(counts, prices.dtype)
    assert total.numpy().tolist() == [3.0, 7.5]
