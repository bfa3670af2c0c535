import torch._dynamo  # first, or Triton and TensorFlow collide
import re
import warnings

import tensorflow as tf
import torch

start = [0.0, 4.0]  # the slope of a root is infinite at 0
used = [0.0, 1.0]  # only the second root reaches the loss


def in_tensorflow(root, guard=0.0):
    w = tf.Variable(start)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(root(w + guard) * tf.constant(used))
    return loss, tape.gradient(loss, w)


def in_torch(root, guard=0.0):
    w = torch.tensor(start, requires_grad=True)
    loss = (root(w + guard) * torch.tensor(used)).sum()
    loss.backward()
    return loss.detach(), w.grad


def power(x):
    return x**0.5


sides = (
    ("TensorFlow", in_tensorflow, tf.sqrt),
    ("PyTorch", in_torch, torch.sqrt),
)
for name, run, sqrt in sides:
    loss, gradient = run(power)
    print(f"{name}: loss {loss.numpy():.1f}")
    print("  x**0.5:", gradient.numpy())
    print("  sqrt(x):", run(sqrt)[1].numpy())
    print("  sqrt(x + 1e-6):", run(sqrt, 1e-6)[1].numpy().round(4))
    assert loss == 2.0 and gradient[0] != gradient[0]

# The switch that makes each framework stop at the operation.
tf.debugging.enable_check_numerics()
try:
    in_tensorflow(power)
except tf.errors.InvalidArgumentError as error:
    operation = re.search(r'op "(\w+)"', error.message)
    print("TensorFlow stops in:", operation and operation[1])
else:
    print("TensorFlow does not stop")
tf.debugging.disable_check_numerics()

with warnings.catch_warnings(), torch.autograd.detect_anomaly():
    warnings.simplefilter("ignore")
    try:
        in_torch(power)
    except RuntimeError as error:
        print("PyTorch stops in:", str(error).split("'")[1])
