import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from inputs import base_weights, features, head_weights, targets

x, y = torch.from_numpy(features), torch.from_numpy(targets)
base = nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.ReLU())
head = nn.Linear(5, 1)
model = nn.Sequential(base, head)

kernel, *rest = base_weights
arrays = [kernel.T, *rest, 0, head_weights[0].T, head_weights[1]]
tensors = [torch.tensor(array) for array in arrays]
start = dict(zip(model.state_dict(), tensors))
model.load_state_dict(start)


def train(rate):
    optimizer = torch.optim.SGD(model.parameters(), rate)
    for _ in range(2):
        for batch, wanted in DataLoader(TensorDataset(x, y), 8):
            optimizer.zero_grad()
            F.mse_loss(model(batch), wanted).backward()
            optimizer.step()


# Step 1: the new head alone. Frozen are the weights, and the statistics.
base.requires_grad_(False)
model.train()
base.eval()
train(rate=0.02)
prediction = model(x)

# Step 2: everything but the normalisation, with a smaller rate.
base.requires_grad_(True)
base[1].requires_grad_(False)
train(rate=0.005)
fine_tuned = model(x)
moving_mean = base[1].running_mean.clone()

# `base.eval()` was called above. Does `model.train()` keep to it?
model.train()
train(rate=0.0)
mode_is_undone = bool((base[1].running_mean != moving_mean).any())

print("after step 1:", prediction[:4, 0].detach().numpy().round(4))
print("after step 2:", fine_tuned[:4, 0].detach().numpy().round(4))
print("moving mean:", moving_mean[:4].numpy().round(4))
print("inference mode is undone:", mode_is_undone)
