import os
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import onnxruntime
import torch
from torch import nn

torch.manual_seed(0)
torch_model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()

keras_model = keras.Sequential(
    [keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(2)]
)
keras_model(np.zeros((2, 4), "float32"))

with tempfile.TemporaryDirectory() as folder:
    torch_file = str(Path(folder) / "torch.onnx")
    keras_file = str(Path(folder) / "keras.onnx")
    batch = torch.export.Dim("batch")
    torch.onnx.export(
        torch_model,
        (torch.ones(2, 4),),
        torch_file,
        dynamic_shapes=({0: batch},),
        verbose=False,
    )
    keras_model.export(keras_file, format="onnx", verbose=False)

    rng = np.random.default_rng(0)
    for model, file in [(torch_model, torch_file), (keras_model, keras_file)]:
        session = onnxruntime.InferenceSession(
            file, providers=["CPUExecutionProvider"]
        )
        name = session.get_inputs()[0].name
        for rows in (1, 3, 64):
            x = rng.normal(size=(rows, 4)).astype("float32")
            (y,) = session.run(None, {name: x})
            expected = model(torch.from_numpy(x)).detach().numpy()
            np.testing.assert_allclose(y, expected, rtol=0, atol=1e-5)
            print(Path(file).stem, "batch", rows, "output", y.shape, "equal")
