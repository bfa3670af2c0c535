import keras
import tensorflow as tf

from inputs import block, row, table

x = tf.constant(table)

try:
    x[0, 0] = 1.0
    assignment = "works"
except TypeError as error:
    assignment = type(error).__name__

with_row = tf.tensor_scatter_nd_update(x, [[1]], [row])

variable = tf.Variable(x)  # what changes is a variable
variable[1].assign(row)
in_place = variable.numpy()
with_block = keras.ops.slice_update(x, (0, 1), block)

picked = tf.tensor_scatter_nd_update(x, [[0, 1], [2, 1]], [9.0, 9.0])

positive = tf.where(x < 0, 0.0, x)

# The gradient of an update: none where a number was overwritten.
with tf.GradientTape() as tape:
    tape.watch(x)
    y = tf.tensor_scatter_nd_update(x, [[1]], [row])
    loss = tf.reduce_sum(y**2)
gradient = tape.gradient(loss, x)

print("x[0, 0] = 1.0:", assignment)
print("picked:", picked[:, 1].numpy().round(4))
print("positive:", positive[0].numpy().round(4))
print("gradient:")
print(gradient.numpy().round(4))
