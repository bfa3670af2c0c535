import subprocess
import sys
import tempfile

import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch


class KerasGate(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(2, activation="sigmoid")

    def call(self, x):
        return self.dense(x) * 2


class TorchGate(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = torch.nn.Linear(3, 2)

    def forward(self, x):
        return torch.sigmoid(self.linear(x)) * 2


fresh_process = """
import sys, torch._dynamo, keras, numpy as np, tensorflow as tf, torch

folder = sys.argv[1]
x = np.load(f"{folder}/x.npy")
saved = tf.saved_model.load(f"{folder}/saved")
np.save(f"{folder}/tf.npy", saved.serve(x))
program = torch.export.load(f"{folder}/model.pt2").module()
np.save(f"{folder}/torch.npy", program(torch.from_numpy(x)).detach())
try:
    keras.saving.load_model(f"{folder}/model.keras")
except TypeError as error:
    print(".keras: ", str(error).split(".")[0])
else:
    sys.exit("the .keras file loaded without its class")
weights = torch.load(f"{folder}/weights.pt")
print("weights:", type(weights).__name__, "with", *weights)
"""

x = np.linspace(-1, 1, 12, dtype="float32").reshape(4, 3)
keras_model, torch_model = KerasGate(), TorchGate().eval()
expected = {
    "tf": keras_model(x),
    "torch": torch_model(torch.tensor(x)).detach(),
}

with tempfile.TemporaryDirectory() as folder:
    np.save(f"{folder}/x.npy", x)
    keras_model.save(f"{folder}/model.keras")
    keras_model.export(f"{folder}/saved", verbose=False)
    torch.save(torch_model.state_dict(), f"{folder}/weights.pt")
    program = torch.export.export(torch_model, (torch.from_numpy(x),))
    torch.export.save(program, f"{folder}/model.pt2")
    subprocess.run([sys.executable, "-c", fresh_process, folder], check=True)
    for side, label in [("tf", "SavedModel"), ("torch", ".pt2      ")]:
        answer = np.load(f"{folder}/{side}.npy")
        np.testing.assert_allclose(answer, expected[side], atol=1e-6)
        print(f"{label} without the class: equal to the model")
