import numpy as np
import tensorflow as tf

rows = np.array([[1, 2], [3]], dtype=object)


def wrong():
    tf.convert_to_tensor(rows)


def right():
    ragged = tf.ragged.constant([[1, 2], [3]])
    assert ragged.to_tensor().numpy().tolist() == [[1, 2], [3, 0]]
