import numpy as np
import onnxruntime
import torch

torch.onnx.export(
    torch.nn.Linear(4, 2).eval(),
    (torch.zeros(1, 4),),
    "model.onnx",
    input_names=["x"],
)
session = onnxruntime.InferenceSession("model.onnx")
sample = np.ones(4, dtype="float32")


def wrong():
    session.run(None, {"x": sample})


def right():
    (outputs,) = session.run(None, {"x": sample[None]})
    assert outputs.shape == (1, 2)
