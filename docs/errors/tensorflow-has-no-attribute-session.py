import tensorflow as tf


def wrong():
    with tf.Session() as session:
        session.run(tf.constant(1) + 2)


def right():
    with tf.Graph().as_default(), tf.compat.v1.Session() as session:
        old = session.run(tf.constant(1) + 2)
    assert (tf.constant(1) + 2).numpy() == old  # today
