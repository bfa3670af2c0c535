import subprocess
import sys
from pathlib import Path

import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import onnxruntime
import torch
from keras import layers, ops
from move_a_model_original import build_trained, pictures
from move_a_model_weights import twin_of
from onnxruntime.capi.onnxruntime_pybind11_state import InvalidGraph

model = build_trained()
twin = twin_of(model)
images, _ = pictures(8, seed=3)
x = torch.tensor(images).permute(0, 3, 1, 2)
answers = model(images, training=False).numpy()
np.savez("sample.npz", keras=images, torch=x.numpy(), logits=answers)

model.export("refused.onnx", format="onnx", verbose=False)
try:
    onnxruntime.InferenceSession("refused.onnx")
    raise SystemExit("ONNX Runtime opens it, so no cure is needed")
except InvalidGraph as error:
    assert "No Op registered for Erfc" in str(error)
    print("refused.onnx: no operator Erfc", flush=True)


def written_out(layer):
    """The cure: GELU in operators that ONNX has."""
    config = layer.get_config()
    if config.get("activation") == "gelu":
        gelu = lambda x: x / 2 * (1 + ops.erf(x / 2**0.5))  # noqa: E731
        return layers.Activation(gelu, name=layer.name)
    return type(layer).from_config(config)


cured = keras.models.clone_model(model, clone_function=written_out)
cured.set_weights(model.get_weights())
cured(images[:1])  # export wants a model that was called
cured.export("keras.onnx", format="onnx", verbose=False)

torch.onnx.export(
    twin,
    (x,),
    "torch.onnx",
    input_names=["images"],
    dynamic_shapes=({0: "batch"},),
    external_data=False,
    verbose=False,
)

server = """
import sys
import numpy as np
import onnxruntime

sample = np.load("sample.npz")
for maker in ("keras", "torch"):
    session = onnxruntime.InferenceSession(f"{maker}.onnx")
    (entry,) = session.get_inputs()
    print(f"{maker}.onnx wants", entry.name, *entry.shape[1:])
    for count in (1, 8):
        (found,) = session.run(None, {entry.name: sample[maker][:count]})
        gap = np.abs(found - sample["logits"][:count]).max()
        assert gap < 1e-5 * np.abs(sample["logits"]).max(), gap
        print("  batch of", count, "as the model answers")
assert not {"tensorflow", "keras", "torch"} & sys.modules.keys()
"""
subprocess.run([sys.executable, "-c", server], check=True)
for name in ("keras.onnx", "torch.onnx"):
    print(f"{name}: {Path(name).stat().st_size / 1e6:.1f} MB")
