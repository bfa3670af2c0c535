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
table = np.ones((1, 4))  # float64


def wrong():
    session.run(None, {"x": table})


def right():
    assert session.get_inputs()[0].type == "tensor(float)"
    (outputs,) = session.run(None, {"x": table.astype("float32")})
    assert outputs.shape == (1, 2)
