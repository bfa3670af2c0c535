import subprocess
import sys

import tensorflow as tf
import torch

use_both = """
import tensorflow as tf, torch
assert float(tf.reduce_sum(tf.ones((50, 50)) @ tf.ones((50, 50)))) == 125000
assert float((torch.ones(50, 50) @ torch.ones(50, 50)).sum()) == 125000
"""
train = """
import torch._dynamo, tensorflow as tf
weight = torch.nn.Parameter(torch.ones(2))
weight.grad = torch.ones(2)
torch.optim.SGD([weight], lr=0.5).step()
assert float(tf.reduce_sum(weight.detach())) == 1
"""
orders = {
    "TensorFlow first": use_both,
    "PyTorch first": "import torch" + use_both,
    "PyTorch's compiler first, a training step": train,
}
running = {
    title: subprocess.Popen([sys.executable, "-c", code])
    for title, code in orders.items()
}
for title, process in running.items():
    print(f"{title}: exit code {process.wait()}")
    assert process.returncode == 0

capsule = torch.utils.dlpack.to_dlpack
x = torch.zeros(3)
y = tf.experimental.dlpack.from_dlpack(capsule(x))
x[0] = 7
print("TensorFlow sees a change that PyTorch makes:", y.numpy().tolist())
assert y.numpy().tolist() == [7, 0, 0]

z = torch.from_dlpack(tf.constant([1.0, 2.0]))
print("PyTorch reads a TensorFlow tensor:", z.tolist())
assert z.tolist() == [1, 2]
