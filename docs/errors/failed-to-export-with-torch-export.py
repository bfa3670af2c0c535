import onnxruntime
import torch
from torch import nn


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x


class Where(nn.Module):
    def forward(self, x):
        return torch.where(x.sum() > 0, x * 2, x)


x = torch.ones(1, 4)


def wrong():
    torch.onnx.export(Branch().eval(), (x,), "model.onnx")


def right():
    torch.onnx.export(Where().eval(), (x,), "model.onnx")
    session = onnxruntime.InferenceSession("model.onnx")
    name = session.get_inputs()[0].name
    (negative,) = session.run(None, {name: -x.numpy()})
    assert negative.tolist() == [[-1.0] * 4]
