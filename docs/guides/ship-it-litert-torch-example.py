import subprocess
import sys
from pathlib import Path

import litert_torch
import numpy as np
import torch
from move_a_model_twin import Twin

torch.manual_seed(0)
twin = Twin()
images = torch.rand(8, 32, 32, 3) * 255  # as a camera gives them
for _ in range(5):  # so that the statistics are not zeros and ones
    twin(images.permute(0, 3, 1, 2))
twin.eval()
answers = twin(images.permute(0, 3, 1, 2)).detach().numpy()
np.savez("sample.npz", images=images.numpy(), logits=answers)

litert_torch.config.show_progress = False
phone_model = litert_torch.to_channel_last_io(twin, args=[0]).eval()
litert_torch.convert(phone_model, (images[:1],)).export("twin.tflite")

phone = """
import sys
import numpy as np
from ai_edge_litert.interpreter import Interpreter

sample = np.load("sample.npz")
runner = Interpreter("twin.tflite").get_signature_runner()
((entry, details),) = runner.get_input_details().items()
print("twin.tflite wants", entry, *details["shape_signature"])
for image, expected in zip(sample["images"], sample["logits"]):
    (found,) = runner(**{entry: image[None]}).values()
    gap = np.abs(found - expected).max() / np.abs(expected).max()
    assert gap < 1e-5, gap
print("8 images, one by one: as the model answers")
assert "torch" not in sys.modules
"""
subprocess.run([sys.executable, "-c", phone], check=True)
print(f"twin.tflite: {Path('twin.tflite').stat().st_size / 1e6:.1f} MB")
