import torch
from torch import nn
import torch.nn.functional as F

from inputs import features, kernel, targets

x, y = torch.from_numpy(features), torch.from_numpy(targets)


class Centre(nn.Module):
    """Subtract a running mean, then scale; a large scale costs."""

    def __init__(self, size):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(size))
        self.mean = nn.Buffer(torch.zeros(size))

    def forward(self, x):
        if self.training:
            self.mean.lerp_(x.detach().mean(dim=0), 0.1)
        self.penalty = 0.1 * self.scale.square().sum()
        return self.scale * (x - self.mean)


def train(model):
    model[1].load_state_dict({"weight": torch.tensor(kernel.T)})
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(5):
        optimizer.zero_grad()
        (F.mse_loss(model(x), y) + model[0].penalty).backward()
        optimizer.step()
    return model.eval()


model = train(nn.Sequential(Centre(3), nn.Linear(3, 1, bias=False)))
scale, mean = model[0].scale, model[0].mean
loss = (F.mse_loss(model(x), y) + model[0].penalty).item()

# Saved, and loaded into a new model.
torch.save(model.state_dict(), "model.pt")
again = nn.Sequential(Centre(3), nn.Linear(3, 1, bias=False)).eval()
again.load_state_dict(torch.load("model.pt"))
restored = again(x)
collects = hasattr(model, "losses")

print("scale:", scale.detach().numpy().round(4), "mean:", mean.numpy().round(4))
print("loss:", round(loss, 4))
print("restored:", restored[:3, 0].detach().numpy().round(4))
