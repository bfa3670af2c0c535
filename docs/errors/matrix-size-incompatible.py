import tensorflow as tf

inputs = tf.zeros((8, 4))
weight = tf.zeros((2, 4))  # from PyTorch: out, in


def wrong():
    tf.matmul(inputs, weight)


def right():
    outputs = tf.matmul(inputs, weight, transpose_b=True)
    assert outputs.shape == (8, 2)
