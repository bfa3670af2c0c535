import tensorflow as tf

from inputs import features, places, weights

values, nodes = tf.Variable(weights), tf.Variable(features)

with tf.GradientTape() as tape:
    matrix = tf.SparseTensor(places, values, dense_shape=[4, 4])
    product = tf.sparse.sparse_dense_matmul(matrix, nodes)
    penalty = tf.reduce_sum(tf.abs(matrix.values))
    loss = tf.reduce_sum(product**2) + penalty
value_gradient, node_gradient = tape.gradient(loss, [values, nodes])

transposed = tf.sparse.sparse_dense_matmul(matrix, nodes, adjoint_a=True)
row_sums = tf.sparse.reduce_sum(matrix, axis=1)
attention = tf.sparse.softmax(matrix).values  # over the stored ones of a row

# A place named twice.
twice = tf.SparseTensor([[0, 1], [0, 1]], [1.0, 2.0], dense_shape=[2, 2])
try:
    repeated = float(tf.sparse.to_dense(twice)[0, 1])
except tf.errors.InvalidArgumentError as error:
    repeated = type(error).__name__

print("product:", product[0].numpy().round(4))
print("gradient of the values:", value_gradient.numpy().round(4))
print("attention:", attention.numpy().round(4))
print("a place named twice:", repeated)
