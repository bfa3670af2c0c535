import numpy as np
import onnxruntime
import torch

conv = torch.nn.Conv2d(1, 1, 3).eval()
image = torch.zeros(1, 1, 8, 8)


def wrong():
    torch.onnx.export(conv.double(), (image.double(),), "model.onnx")
    onnxruntime.InferenceSession("model.onnx")


def right():
    torch.onnx.export(conv.float(), (image,), "model.onnx")
    session = onnxruntime.InferenceSession("model.onnx")
    name = session.get_inputs()[0].name
    (outputs,) = session.run(None, {name: np.zeros((1, 1, 8, 8), "float32")})
    assert outputs.shape == (1, 1, 6, 6)
