import tempfile
from pathlib import Path

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)).eval()
example = torch.randn(3, 4)

batch = torch.export.Dim("batch")
program = torch.export.export(model, (example,), dynamic_shapes=({0: batch},))

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "model.pt2"
    torch.export.save(program, path)
    loaded = torch.export.load(path).module()

for rows in (2, 3, 17):
    x = torch.randn(rows, 4)
    torch.testing.assert_close(loaded(x), model(x))
    print(f"batch of {rows:2}: reloaded program equals the model")

try:
    loaded(torch.randn(3, 5))
    refused = False
except (AssertionError, RuntimeError):
    refused = True
print("input with 5 columns refused:", refused)
assert refused
