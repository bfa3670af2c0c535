import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch
from torch import nn

x = np.random.default_rng(0).normal(size=(64, 8)).astype("float32")
y = (x.sum(axis=1) > 0).astype("int64")
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train_keras(policy):
    keras.utils.set_random_seed(0)
    layer = keras.layers.Dense(2, dtype=policy)
    optimiser = keras.optimizers.SGD(0.5)
    for _ in range(20):
        with tf.GradientTape() as tape:
            output = layer(x)
            loss = cross_entropy(y, output)
        gradients = tape.gradient(loss, layer.trainable_variables)
        optimiser.apply(gradients, layer.trainable_variables)
    return layer.kernel.value, output, gradients[0], loss


def train_torch(bfloat16):
    torch.manual_seed(0)
    layer = nn.Linear(8, 2)
    optimiser = torch.optim.SGD(layer.parameters(), lr=0.5)
    for _ in range(20):
        optimiser.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            output = layer(torch.from_numpy(x))
            loss = nn.functional.cross_entropy(output, torch.from_numpy(y))
        loss.backward()
        optimiser.step()
    return layer.weight, output, layer.weight.grad, loss.detach()


for name, mixed, full in (
    ("Keras", train_keras("mixed_bfloat16"), train_keras("float32")),
    ("PyTorch", train_torch(True), train_torch(False)),
):
    types = [keras.backend.standardize_dtype(t.dtype) for t in mixed]
    print(f"{name}: weight, output, gradient, loss =", *types)
    assert types == ["float32", "bfloat16", "float32", "float32"]
    difference = abs(float(mixed[3]) - float(full[3]))
    print(f"{name}: loss within 0.01 of float32:", difference < 0.01)
    assert difference < 0.01

keras.config.set_dtype_policy("mixed_float16")
model = keras.Sequential([keras.layers.Dense(2)])
model.compile("sgd", cross_entropy)
print("Keras, mixed_float16:", type(model.optimizer).__name__)
assert isinstance(model.optimizer, keras.optimizers.LossScaleOptimizer)
