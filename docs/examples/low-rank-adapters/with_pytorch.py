import torch
import torch.nn.functional as F
from torch import nn

from inputs import bias, features, kernel, start, targets


class LowRank(nn.Module):
    """A frozen linear layer, and a product of two thin factors beside it."""

    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base = base.requires_grad_(False)  # the bias as well
        self.scale = alpha / rank
        self.first = nn.Parameter(torch.randn(rank, base.in_features))
        self.second = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x):
        adapted = F.linear(F.linear(x, self.first), self.second)
        return self.base(x) + self.scale * adapted

    def merged_weight(self):
        return self.base.weight + self.scale * self.second @ self.first


x, y = torch.from_numpy(features), torch.from_numpy(targets)
base = nn.Linear(8, 6)
weights = {"weight": torch.tensor(kernel.T), "bias": torch.tensor(bias)}
base.load_state_dict(weights)

model = LowRank(base, rank=2, alpha=8)  # added with 8 / 2 = 4
model.first.data = torch.tensor(start.T)
at_start = model(x).detach()

trained = [name for name, p in model.named_parameters() if p.requires_grad]
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for _ in range(10):
    optimizer.zero_grad()
    F.mse_loss(model(x), y).backward()
    optimizer.step()
first, second = model.first.detach().T, model.second.detach().T
output = model(x).detach()

# Merging by hand: the result is the weight of an ordinary layer.
merged = model.merged_weight().detach().T

# A file of the adapter's state goes on where it was.
torch.save(model.state_dict(), "adapter.pt")
loaded = LowRank(nn.Linear(8, 6), rank=2, alpha=8)
loaded.load_state_dict(torch.load("adapter.pt"))
F.mse_loss(loaded(x), y).backward()
trains_on = bool(loaded.second.grad.abs().max() > 0)

print("trained:", trained)
print("at the start:", at_start[0, :4].numpy().round(4))
print("adapted:     ", output[0, :4].numpy().round(4))
print("merged:", merged[1, :4].numpy().round(4))
print("trains on after loading:", trains_on)
