import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from torch import nn


def deep():
    """Ten layers of 256 units with ReLU."""
    layers = [(nn.Linear(256, 256), nn.ReLU()) for _ in range(10)]
    return nn.Sequential(*(part for layer in layers for part in layer))


def as_keras(module):
    """Give a layer the initial values of Keras's Dense."""
    if isinstance(module, nn.Linear):
        nn.init.xavier_uniform_(module.weight)
        nn.init.zeros_(module.bias)


torch.manual_seed(0)
keras.utils.set_random_seed(0)
x = torch.randn(100, 256)
layer = keras.layers.Dense(256)
layer.build((None, 256))
spread = float(np.std(layer.get_weights()[0]))
print(f"Dense: weights spread by {spread:.3f}")

found = {}
for name, model in (("default", deep()), ("as Keras", deep().apply(as_keras))):
    with torch.inference_mode():
        signal = model(x).std(dim=0).mean().item()
    found[name] = model[0].weight.std().item(), signal
    print(f"{name}: weights {found[name][0]:.3f}, signal {signal:.0e}")
assert np.isclose(found["as Keras"][0], spread, rtol=0.02)
assert found["default"][0] < 0.6 * spread
assert found["default"][1] < 0.1 * found["as Keras"][1]
