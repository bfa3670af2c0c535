import numpy as np
import tensorflow as tf
import torch

array = np.zeros(3, dtype=np.float32)
shared = torch.from_numpy(array)
copied = torch.tensor(array)
constant = tf.constant(array)
array[0] = 7

print("after array[0] = 7")
print("torch.from_numpy:", shared.tolist())
print("torch.tensor:    ", copied.tolist())
print("tf.constant:     ", constant.numpy().tolist())
assert shared[0] == 7 and copied[0] == 0 and constant[0] == 0

shared[1] = 5
print("array after shared[1] = 5:", array.tolist())
assert array[1] == 5 and np.shares_memory(shared.numpy(), array)

float64 = np.zeros(3)
print(
    "from float64:", torch.from_numpy(float64).dtype, tf.constant(float64).dtype
)

np.testing.assert_array_equal(np.asarray(shared), array)
np.testing.assert_array_equal(np.asarray(constant), [0, 0, 0])
print("np.asarray reads both")
