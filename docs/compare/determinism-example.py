import hashlib
import os
import subprocess
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch


def digest(arrays):
    return hashlib.sha256(b"".join(a.tobytes() for a in arrays)).hexdigest()


def train_tensorflow(seed):
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()
    layers = [keras.layers.Dense(8), keras.layers.Dropout(0.5)]
    model = keras.Sequential([keras.Input((4,)), *layers])
    model.compile("adam", "mse")
    model.fit(tf.random.normal((64, 4)), tf.zeros((64, 8)), verbose=0)
    return digest(model.get_weights())


def train_pytorch(seed):
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    layers = [torch.nn.Linear(4, 8), torch.nn.Dropout(0.5)]
    model = torch.nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters())
    for batch in torch.randn(64, 4).split(32):
        optimizer.zero_grad()
        model(batch).square().mean().backward()
        optimizer.step()
    return digest(p.detach().numpy() for p in model.parameters())


second = "second process" in sys.argv
if not second:
    command = [sys.executable, "-P", __file__, "second process"]
    other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

runs = [train_tensorflow(7), train_pytorch(7)]
if second:
    print(*runs)
    sys.exit()

again = other.communicate()[0].split()
tensorflow, pytorch = (a == b for a, b in zip(runs, again, strict=True))
print("TensorFlow, seed 7 in two processes, equal bits:", tensorflow)
print("PyTorch, seed 7 in two processes, equal bits:", pytorch)
assert tensorflow and pytorch
assert runs[1] != train_pytorch(8)

keras.utils.set_random_seed(7)
numbers = tf.random.uniform((3,)).numpy()
torch.manual_seed(7)
same = np.allclose(numbers, torch.rand(3).numpy())
print("seed 7 gives the same numbers in both frameworks:", same)
assert not same
