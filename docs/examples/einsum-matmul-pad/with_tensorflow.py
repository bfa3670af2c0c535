import keras
import tensorflow as tf

from inputs import image, keys, matrix, queries, vector

q, k = tf.constant(queries), tf.constant(keys)
m, v = tf.constant(matrix), tf.constant(vector)

scores = tf.matmul(q, k, transpose_b=True)
same_scores = tf.einsum("bqf,bkf->bqk", q, k)

product = tf.linalg.matvec(m, v)
by_matmul = keras.ops.matmul(m, v)
try:
    plain_product = tf.matmul(m, v).shape
except tf.errors.InvalidArgumentError as error:
    plain_product = type(error).__name__

table = v[:3, None] + v[None, :]  # broadcast (3, 1) and (1, 4)
contracted = tf.tensordot(q, m, axes=[[1, 2], [0, 1]])

# One row above, one column on the right.
padded = tf.pad(tf.constant(image), [[1, 0], [0, 1]])

print("scores:", scores[0, 0].numpy().round(4))
print("matrix with vector:", product.numpy().round(4))
print("matmul with vector:", plain_product)
print("padded:")
print(padded.numpy().round(4))
