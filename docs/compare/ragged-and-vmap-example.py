import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import tensorflow as tf
import torch
from torch.func import grad, vmap

rows = [[1.0, 2.0, 3.0], [4.0], [5.0, 6.0]]
ragged = tf.ragged.constant(rows)
nested = torch.nested.nested_tensor(
    [torch.tensor(row)[:, None] for row in rows], layout=torch.jagged
)
means_tf = tf.reduce_mean(ragged, axis=1).numpy()
means_torch = nested.mean(dim=1).squeeze(-1).numpy()
print("Means of rows of unequal length:", means_tf, means_torch)
assert np.array_equal(means_tf, means_torch)

empty = tf.reduce_mean(tf.ragged.constant([[1.0], [], [2.0]]), axis=1)
print("TensorFlow, the mean of an empty row:", empty[1].numpy())
assert np.isnan(empty[1])

random = np.random.default_rng(0)
x = random.normal(size=(5, 3)).astype("float32")
w = random.normal(size=3).astype("float32")


def one_in_tf(row):
    with tf.GradientTape() as tape:
        tape.watch(weights)
        loss = tf.tanh(tf.reduce_sum(row * weights)) ** 2
    return tape.gradient(loss, weights)


def loss_of_one(weights, row):
    return torch.tanh((row * weights).sum()) ** 2


weights = tf.constant(w)
per_row_tf = tf.vectorized_map(
    one_in_tf, tf.constant(x), fallback_to_while_loop=False
)
per_row_torch = vmap(grad(loss_of_one), in_dims=(None, 0))(
    torch.from_numpy(w), torch.from_numpy(x)
)
agree = np.allclose(per_row_tf, per_row_torch, atol=1e-6)
print("A gradient for each row agrees, to 1e-6:", agree)
assert agree


def branch(row):
    return row.sum() if row.sum() > 0 else -row.sum()


def branch_in_tf(row):
    return tf.cond(
        tf.reduce_sum(row) > 0,
        lambda: tf.reduce_sum(row),
        lambda: -tf.reduce_sum(row),
    )


try:
    vmap(branch)(torch.from_numpy(x))
    message = "works"
except RuntimeError as error:
    message = str(error)
refused = "data-dependent control flow" in message
print("PyTorch refuses a branch on data under vmap:", refused)
assert refused
sums = tf.vectorized_map(branch_in_tf, tf.constant(x))
agree = np.allclose(sums, np.abs(x.sum(axis=1)), atol=1e-6)
print("TensorFlow takes the same branch as tf.cond:", agree)
assert agree

dense = np.diag(np.arange(1, 4)).astype("float32")
in_tf = tf.sparse.sparse_dense_matmul(
    tf.sparse.from_dense(dense), tf.ones((3, 2))
)
in_torch = torch.sparse.mm(
    torch.from_numpy(dense).to_sparse(), torch.ones(3, 2)
)
print("Sparse times dense agrees:", np.array_equal(in_tf, in_torch))
assert np.array_equal(in_tf, in_torch)
