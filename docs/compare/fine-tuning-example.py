import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch
from torch import nn

RANK, ALPHA = 4, 8
x = np.random.default_rng(0).normal(size=(16, 64)).astype("float32")
target = np.random.default_rng(1).normal(size=(16, 32)).astype("float32")


class LoRALinear(nn.Module):
    """A frozen linear layer and a trainable update of low rank."""

    def __init__(self, base):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.a = nn.Parameter(torch.empty(base.in_features, RANK))
        self.b = nn.Parameter(torch.zeros(RANK, base.out_features))

    def forward(self, x):
        return self.base(x) + ALPHA / RANK * (x @ self.a @ self.b)


keras.utils.set_random_seed(0)
dense = keras.layers.Dense(32)
before = dense(x).numpy()
kernel = dense.kernel.numpy()
dense.enable_lora(RANK, lora_alpha=ALPHA)
dense.bias.trainable = False  # enable_lora freezes the kernel alone
print(
    "Keras: an untrained adapter changes nothing:", np.all(dense(x) == before)
)
assert np.all(dense(x) == before)

linear = nn.Linear(64, 32)
with torch.no_grad():
    linear.weight.copy_(torch.from_numpy(kernel.T))
    linear.bias.zero_()
lora = LoRALinear(linear)
with torch.no_grad():
    lora.a.copy_(torch.from_numpy(dense.lora_kernel_a.numpy()))

optimiser = keras.optimizers.SGD(0.1)
sgd = torch.optim.SGD([lora.a, lora.b], lr=0.1)
for _ in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((dense(x) - target) ** 2)
    weights = dense.trainable_variables
    optimiser.apply(tape.gradient(loss, weights), weights)
    sgd.zero_grad()
    error = lora(torch.from_numpy(x)) - torch.from_numpy(target)
    (error**2).mean().backward()
    sgd.step()

after = lora(torch.from_numpy(x)).detach().numpy()
difference = np.abs(dense(x).numpy() - after)
print("Adapters agree after 20 steps, to 1e-5:", difference.max() < 1e-5)
assert difference.max() < 1e-5

in_keras = sum(np.prod(w.shape) for w in dense.trainable_variables)
in_torch = sum(p.numel() for p in lora.parameters() if p.requires_grad)
print(f"Trainable numbers of {64 * 32}: Keras {in_keras}, PyTorch {in_torch}")
assert in_keras == in_torch == RANK * (64 + 32)

int8 = keras.layers.Dense(32)
int8.build((None, 64))
int8.quantize("int8")
int8.enable_lora(RANK)
types = [keras.backend.standardize_dtype(w.dtype) for w in int8.weights]
print("Keras, int8 base with an adapter:", *sorted(set(types)))
assert "int8" in types and "float32" in types
