import tensorflow as tf
import torch

x = torch.zeros(4)
x[1] = 5
x[x == 0] = -1
print("PyTorch tensor:", x.tolist())

y = tf.zeros(4)
try:
    y[1] = 5
    refused = False
except TypeError:
    refused = True
y = tf.tensor_scatter_nd_update(y, [[1]], [5.0])
y = tf.where(y == 0, -1.0, y)
print(
    "TensorFlow tensor:", y.numpy().tolist(), "and y[1] = 5 refused:", refused
)
assert refused and y.numpy().tolist() == x.tolist() == [-1, 5, -1, -1]

variable = tf.Variable(tf.zeros(4))
variable[1:3].assign([7.0, 8.0])
print("TensorFlow variable, slice assigned:", variable.numpy().tolist())
assert variable.numpy().tolist() == [0, 7, 8, 0]

start = torch.ones(3, requires_grad=True)
z = start * 2
z[0] = 0
(z * z).sum().backward()
start_tf = tf.Variable([1.0, 1.0, 1.0])
with tf.GradientTape() as tape:
    z = tf.tensor_scatter_nd_update(start_tf * 2, [[0]], [0.0])
    loss = tf.reduce_sum(z * z)
gradient = tape.gradient(loss, start_tf)
print("gradient through the update:", start.grad.tolist(), "in both")
assert start.grad.tolist() == gradient.numpy().tolist() == [0, 8, 8]

z = start.exp()
total = (z * z).sum()
z[0] = 0
try:
    total.backward()
    caught = False
except RuntimeError as error:
    caught = "modified by an inplace operation" in str(error)
print("PyTorch, value overwritten that the gradient needs: caught", caught)

store = tf.Variable([0.0])
with tf.GradientTape() as tape:
    store.assign(start_tf[:1] * 3)
    loss = tf.reduce_sum(store * store)
lost = tape.gradient(loss, start_tf)
print("TensorFlow, gradient through an assigned variable:", lost)
assert caught and lost is None
