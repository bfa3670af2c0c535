import tensorflow as tf

x = tf.constant([[1, 2], [3, 4]])


def wrong():
    x.reshape(4)


def right():
    assert tf.reshape(x, [4]).numpy().tolist() == [1, 2, 3, 4]
    assert x.numpy().reshape(4).tolist() == [1, 2, 3, 4]
