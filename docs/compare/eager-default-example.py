import tensorflow as tf
import torch

x = tf.constant([1.0, 2.0, 3.0])
total = tf.reduce_sum(x * x)
print("TensorFlow, next line:", float(total))
if total > 10:
    print("TensorFlow, a plain if on the tensor: taken")
assert tf.executing_eagerly() and total == 14

y = torch.tensor([1.0, 2.0, 3.0])
total = torch.sum(y * y)
print("PyTorch, next line:", float(total))
if total > 10:
    print("PyTorch, a plain if on the tensor: taken")
assert not torch.compiler.is_compiling() and total == 14


@tf.function
def traced(v):
    print("TensorFlow inside tf.function, eager:", tf.executing_eagerly())
    return tf.reduce_sum(v * v)


assert traced(x) == 14
