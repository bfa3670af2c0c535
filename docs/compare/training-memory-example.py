import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

LAYERS = 8
x = np.random.default_rng(0).normal(size=(64, 32)).astype("float32")


def saved_for_backward(model, recompute):
    """How many numbers PyTorch keeps for the backward pass; the gradient."""
    inputs = torch.from_numpy(x).requires_grad_()
    kept = {}

    def keep(tensor):
        kept[tensor.data_ptr()] = tensor.numel()
        return tensor

    weights = {p.data_ptr() for p in model.parameters()}
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        output = inputs
        for block in model:
            output = (
                checkpoint(block, output, use_reentrant=False)
                if recompute
                else block(output)
            )
    output.sum().backward()
    numbers = sum(size for place, size in kept.items() if place not in weights)
    return numbers, inputs.grad


torch.manual_seed(0)
blocks = [
    nn.Sequential(nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh())
    for _ in range(LAYERS)
]
model = nn.Sequential(*blocks)
all_kept, gradient = saved_for_backward(model, recompute=False)
few_kept, again = saved_for_backward(model, recompute=True)
print(f"PyTorch keeps {all_kept} numbers, {few_kept} with checkpoint")
print("PyTorch: same gradient:", torch.equal(gradient, again))
assert few_kept < all_kept and torch.equal(gradient, again)


class Counted(keras.layers.Dense):
    """A dense layer that counts how often it is computed."""

    runs = 0

    def call(self, inputs):
        Counted.runs += 1
        return super().call(inputs)


def train_step(mode):
    keras.utils.set_random_seed(0)
    Counted.runs = 0
    inputs = tf.Variable(x)
    with keras.RematScope(mode):
        layers = [Counted(32, activation="tanh") for _ in range(LAYERS)]
        with tf.GradientTape() as tape:
            output = inputs
            for layer in layers:
                output = layer(output)
            loss = tf.reduce_sum(output)
    return Counted.runs, tape.gradient(loss, inputs), Counted.runs


forward, gradient, after = train_step(None)
remat_forward, again, remat_after = train_step("full")
print(f"Keras computes {after} layers a step, {remat_after} with RematScope")
same = np.allclose(gradient, again, atol=1e-6)
print("Keras: same gradient, to 1e-6:", same)
assert after == forward == LAYERS and remat_after > after and same
