import tensorflow as tf

scores = tf.zeros((8, 4))
weights = tf.ones(8)  # one a sample


def wrong():
    scores * weights


def right():
    weighted = scores * weights[:, tf.newaxis]
    assert weighted.shape == (8, 4)
