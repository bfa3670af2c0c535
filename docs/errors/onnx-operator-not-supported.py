import math

import onnxruntime
import torch
from torch import nn


class Fourier(nn.Module):
    def forward(self, x):
        return torch.fft.fft(x).abs()


class Matrices(nn.Module):
    def __init__(self, n):
        super().__init__()
        angle = 2 * math.pi * torch.outer(torch.arange(n), torch.arange(n)) / n
        self.register_buffer("cos", angle.cos())
        self.register_buffer("sin", angle.sin())

    def forward(self, x):
        return ((x @ self.cos) ** 2 + (x @ self.sin) ** 2).sqrt()


x = torch.rand(1, 8)


def wrong():
    torch.onnx.export(Fourier(), (x,), "model.onnx", dynamo=False)


def right():
    torch.onnx.export(Matrices(8).eval(), (x,), "model.onnx")
    session = onnxruntime.InferenceSession("model.onnx")
    name = session.get_inputs()[0].name
    (outputs,) = session.run(None, {name: x.numpy()})
    assert torch.allclose(torch.tensor(outputs), Fourier()(x), atol=1e-5)
