import numpy as np
import onnxruntime
import torch

torch.onnx.export(
    torch.nn.Linear(4, 2).eval(), (torch.zeros(1, 4),), "model.onnx"
)
session = onnxruntime.InferenceSession("model.onnx")
inputs = np.ones((1, 4), dtype="float32")


def wrong():
    session.run(None, {"x": inputs})


def right():
    name = session.get_inputs()[0].name
    (outputs,) = session.run(None, {name: inputs})
    assert outputs.shape == (1, 2)
