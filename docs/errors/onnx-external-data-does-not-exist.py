from pathlib import Path

import onnxruntime
import torch

model = torch.nn.Linear(600, 600).eval()
example = (torch.zeros(1, 600),)


def wrong():
    torch.onnx.export(model, example, "model.onnx")
    Path("model.onnx.data").unlink()  # it was not copied
    onnxruntime.InferenceSession("model.onnx")


def right():
    torch.onnx.export(model, example, "model.onnx", external_data=False)
    assert not Path("model.onnx.data").exists()
    onnxruntime.InferenceSession("model.onnx")
