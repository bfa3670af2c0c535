import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from keras import layers
from torch import nn


def keras_outputs(model, x):
    """The output of every layer, by its name."""
    every = keras.Model(model.inputs, [layer.output for layer in model.layers])
    names = [layer.name for layer in model.layers]
    return dict(zip(names, every([x], training=False), strict=True))


def torch_outputs(model, x):
    """The output of every module without children, by its name."""
    seen = {}

    def keep(name):
        return lambda module, args, output: seen.update({name: output})

    modules = [(n, m) for n, m in model.named_modules() if not [*m.children()]]
    hooks = [m.register_forward_hook(keep(name)) for name, m in modules]
    with torch.inference_mode():
        model.eval()(x)
    for hook in hooks:
        hook.remove()
    return seen


def first_difference(expected, found, within=1e-5):
    """Print how far each layer is off; return the name of the first too far."""
    for name in found:
        a, b = np.asarray(expected[name]), found[name].numpy()
        b = b.transpose(0, 2, 3, 1) if b.ndim == 4 else b  # channels last
        if name == "flatten":
            continue  # another order by design
        off = np.abs(a - b).max() / np.abs(a).max()
        print(f"  {name}: {'same' if off < within else f'off by {off:.0%}'}")
        if off >= within:
            return name
    return None


keras.utils.set_random_seed(0)
original = keras.Sequential(
    [
        keras.Input((8, 8, 3)),
        layers.Conv2D(4, 3, name="conv"),
        layers.BatchNormalization(name="norm"),
        layers.ReLU(name="relu"),
        layers.Flatten(name="flatten"),
        layers.Dense(10, name="head"),
    ]
)
original.get_layer("norm").moving_variance.assign([0.01] * 4)
kernel, bias, *norm, matrix, last = map(torch.tensor, original.get_weights())

port = nn.Sequential()
port.add_module("conv", nn.Conv2d(3, 4, 3))
port.add_module("norm", nn.BatchNorm2d(4))  # the fault: Keras has eps=1e-3
port.add_module("relu", nn.ReLU())
port.add_module("flatten", nn.Flatten())
port.add_module("head", nn.Linear(4 * 6 * 6, 10))
matrix = matrix.reshape(6, 6, 4, 10).permute(3, 2, 0, 1).flatten(1)
arrays = [kernel.permute(3, 2, 0, 1), bias, *norm, torch.tensor(0)]
port.load_state_dict(
    dict(zip(port.state_dict(), [*arrays, matrix, last], strict=True))
)

x = np.random.default_rng(0).normal(size=(2, 8, 8, 3)).astype("float32")
expected = keras_outputs(original, x)
x = torch.tensor(x).permute(0, 3, 1, 2)
print("the port:")
assert first_difference(expected, torch_outputs(port, x)) == "norm"
port.norm.eps = 1e-3
print("with eps=1e-3:")
assert first_difference(expected, torch_outputs(port, x)) is None
