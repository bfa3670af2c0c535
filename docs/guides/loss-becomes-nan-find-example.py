import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from keras import layers
from torch import nn


def keras_first(model, x):
    """The name of the first layer that returns nan or infinity."""
    every = keras.Model(model.inputs, [layer.output for layer in model.layers])
    for layer, output in zip(model.layers, every(x), strict=True):
        if not np.isfinite(np.asarray(output)).all():
            return layer.name
    return None


def torch_first(model, x):
    """The name of the first module that returns nan or infinity."""
    found = []

    def look(name):
        def hook(module, args, output):
            if not output.isfinite().all():
                found.append(name)

        return hook

    modules = [(n, m) for n, m in model.named_modules() if not [*m.children()]]
    hooks = [m.register_forward_hook(look(name)) for name, m in modules]
    with torch.inference_mode():
        model(x)
    for handle in hooks:
        handle.remove()
    return found[0] if found else None


class Log(nn.Module):
    def forward(self, x):
        return x.log()


keras.utils.set_random_seed(0)
original = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, "relu", name="first"),
        layers.Activation(keras.ops.log, name="log"),  # the fault: log(0)
        layers.Dense(1, name="last"),
    ]
)
port = nn.Sequential()
port.add_module("first", nn.Sequential(nn.Linear(4, 8), nn.ReLU()))
port.add_module("log", Log())
port.add_module("last", nn.Linear(8, 1))

x = np.random.default_rng(0).normal(size=(2, 4)).astype("float32")
print("Keras, first that is not finite:", keras_first(original, x))
print("PyTorch, first that is not finite:", torch_first(port, torch.tensor(x)))
assert keras_first(original, x) == "log"
assert torch_first(port, torch.tensor(x)) == "log"
