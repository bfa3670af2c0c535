import tempfile
import warnings
from pathlib import Path

import torch


class Gate(torch.nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return -x


model = Gate().eval()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    scripted = torch.jit.script(model)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "gate.pt")
        torch.jit.save(scripted, path)
        loaded = torch.jit.load(path)

calls = ("torch.jit.script", "torch.jit.save", "torch.jit.load")
for call in calls:
    (kind,) = {w.category for w in caught if f"`{call}` is" in str(w.message)}
    print(f"{call} warns with {kind.__name__}")
    assert issubclass(kind, (DeprecationWarning, FutureWarning))

for x in (torch.ones(3), -torch.ones(3)):
    assert torch.equal(model(x), loaded(x))
    print(f"sum {x.sum().item():+.0f}: reloaded file equals the model")
