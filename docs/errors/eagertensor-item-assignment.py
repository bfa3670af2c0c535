import tensorflow as tf

x = tf.constant([1, 2, 3])


def wrong():
    x[0] = 9


def right():
    y = tf.tensor_scatter_nd_update(x, indices=[[0]], updates=[9])
    assert y.numpy().tolist() == [9, 2, 3]

    v = tf.Variable(x)
    v[0].assign(9)
    assert v.numpy().tolist() == [9, 2, 3]
