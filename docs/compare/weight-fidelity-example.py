import keras
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)


def keras_output(layer, x, *weights):
    layer.build(x.shape)
    layer.set_weights(weights)
    return np.asarray(layer(x))


def torch_output(layer, x, *weights):
    names = layer.state_dict()
    tensors = [torch.tensor(array) for array in weights]
    layer.load_state_dict(dict(zip(names, tensors, strict=True)))
    return layer(torch.tensor(x)).detach().numpy()


def report(name, expected, right, wrong):
    equal = np.allclose(right, expected, rtol=0, atol=1e-5)
    off = np.abs(wrong - expected).max() > 0.1
    print(f"{name}: transposed equal to 1e-5: {equal}, untransposed off: {off}")
    assert equal and off


bias = rng.random(4, "float32")
x, kernel = rng.random((2, 4), "float32"), rng.random((4, 4), "float32")
report(
    "Dense, Linear  ",
    keras_output(keras.layers.Dense(4), x, kernel, bias),
    torch_output(nn.Linear(4, 4), x, kernel.T, bias),
    torch_output(nn.Linear(4, 4), x, kernel, bias),
)

x = rng.random((2, 7, 7, 3), "float32")
kernel = rng.random((3, 3, 3, 4), "float32")
expected = keras_output(keras.layers.Conv2D(4, 3), x, kernel, bias)
nchw, oihw = x.transpose(0, 3, 1, 2), kernel.transpose(3, 2, 0, 1)
report(
    "Conv2D, Conv2d ",
    expected.transpose(0, 3, 1, 2),
    torch_output(nn.Conv2d(3, 4, 3), nchw, oihw, bias),
    torch_output(nn.Conv2d(3, 4, 3), nchw, kernel.reshape(oihw.shape), bias),
)
