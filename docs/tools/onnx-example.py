import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
x = torch.randn(3, 4)

with tempfile.TemporaryDirectory() as folder:
    path = str(Path(folder) / "model.onnx")
    torch.onnx.export(
        model, (x,), path, input_names=["x"], output_names=["y"], verbose=False
    )
    onnx.checker.check_model(path, full_check=True)
    graph = onnx.load(path).graph
    session = onnxruntime.InferenceSession(
        path, providers=["CPUExecutionProvider"]
    )
    (y,) = session.run(["y"], {"x": x.numpy()})

print("the checker accepts the file")
print("operators:", [node.op_type for node in graph.node])
print("input:", graph.input[0].name, "output:", graph.output[0].name)
np.testing.assert_allclose(y, model(x).detach().numpy(), rtol=0, atol=1e-6)
print("ONNX Runtime and PyTorch agree to 1e-6")
