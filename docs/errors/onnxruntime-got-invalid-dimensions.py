import numpy as np
import onnxruntime
import torch
from torch import nn

model = nn.Linear(4, 2).eval()
example = (torch.zeros(1, 4),)
eight = {"x": np.zeros((8, 4), "float32")}


def wrong():
    torch.onnx.export(model, example, "model.onnx", input_names=["x"])
    session = onnxruntime.InferenceSession("model.onnx")
    session.run(None, eight)


def right():
    batch = torch.export.Dim("batch")
    torch.onnx.export(
        model,
        example,
        "model.onnx",
        input_names=["x"],
        dynamic_shapes=({0: batch},),
    )
    session = onnxruntime.InferenceSession("model.onnx")
    assert session.get_inputs()[0].shape == ["batch", 4]
    assert session.run(None, eight)[0].shape == (8, 2)
