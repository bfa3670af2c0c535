import torch._dynamo  # first, or Triton and TensorFlow collide
import math

import numpy as np
import tensorflow as tf
import torch

rng = np.random.default_rng(0)
a = rng.normal(size=(64, 2048)).astype("float32")
b = rng.normal(size=(2048, 64)).astype("float32")
exact = a.astype("float64") @ b.astype("float64")


def off(result):
    """The next power of ten above the largest error, as a share."""
    most = np.abs(np.asarray(result, "float64") - exact).max()
    # What all are compared with is itself exact to about 1e-15.
    share = max(most / np.abs(exact).max(), 5e-15)
    return 10.0 ** math.ceil(math.log10(share))


def as_tf32(x):
    """Keep the 10 bits of the fraction that TensorFloat-32 keeps."""
    return ((x.view("int32") + 0x1000) & ~0x1FFF).view("float32")


in_torch, half = torch.tensor(a), torch.bfloat16
results = {
    "TensorFlow": tf.constant(a) @ tf.constant(b),
    "PyTorch": in_torch @ torch.tensor(b),
    "PyTorch, summed in reverse order": (
        in_torch.flip(1) @ torch.tensor(b).flip(0)
    ),
    "PyTorch, the same in float64": (
        in_torch.double().flip(1) @ torch.tensor(b).double().flip(0)
    ),
    "inputs rounded as TF32 does": as_tf32(a) @ as_tf32(b),
    "bfloat16": (in_torch.to(half) @ torch.tensor(b).to(half)).float(),
}
for name, result in results.items():
    print(f"{name}: below {off(result):.0e}")
assert off(results["TensorFlow"]) <= 1e-6
assert off(results["PyTorch"]) <= 1e-6
assert off(results["PyTorch, the same in float64"]) <= 1e-14
assert off(results["inputs rounded as TF32 does"]) == 1e-3
assert off(results["bfloat16"]) == 1e-2
