import subprocess
import sys
from pathlib import Path

import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import torch
from move_a_model_original import build_trained, pictures
from move_a_model_weights import twin_of

model = build_trained()
twin = twin_of(model)
images, _ = pictures(8, seed=3)
x = torch.tensor(images).permute(0, 3, 1, 2)

# The answers come from the original: they are what has to hold.
answers = model(images, training=False).numpy()
np.savez("sample.npz", images=x.numpy(), logits=answers)
torch.save(twin.state_dict(), "twin.pt")
model.save("original.keras")
batch = torch.export.Dim("batch", max=256)
program = torch.export.export(twin, (x,), dynamic_shapes=({0: batch},))
torch.export.save(program, "twin.pt2")

receiver = """
import numpy as np, sys, torch

program = torch.export.load("twin.pt2").module()
sample = np.load("sample.npz")
for count in (1, 8):
    found = program(torch.tensor(sample["images"][:count])).detach().numpy()
    gap = np.abs(found - sample["logits"][:count]).max()
    assert gap < 1e-5 * np.abs(sample["logits"]).max(), gap
    print("batch of", count, "as the original answers")
assert not {"keras", "move_a_model_twin"} & sys.modules.keys()
"""
subprocess.run([sys.executable, "-c", receiver], check=True)
for name in ("original.keras", "twin.pt", "twin.pt2"):
    print(f"{name}: {Path(name).stat().st_size / 1e6:.1f} MB")
