import tensorflow as tf

x = tf.constant([1.0, -3.0])


def wrong():
    @tf.function(autograph=False)
    def positive(x):
        return x if tf.reduce_sum(x) > 0 else -x

    positive(x)


def right():
    @tf.function(autograph=False)
    def positive(x):
        return tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: -x)

    assert positive(x).numpy().tolist() == [-1.0, 3.0]
