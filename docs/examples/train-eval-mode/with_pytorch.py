import torch
from torch import nn

from inputs import bias, features, kernel, mean, ones, variance, zeros

torch.manual_seed(0)
x = torch.from_numpy(features)
dense, norm, dropout = nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Dropout(0.5)

# A new module is in training mode.
fresh = dropout(x)
fresh_dropout_drops = bool((fresh == 0).any())

# In training, what is kept is divided by the share that is kept.
dropped = dropout(torch.ones(6, 3))
greatest_in_training = float(dropped.max())

model = nn.Sequential(dense, norm, dropout)
weights = [kernel.T, bias, ones, zeros, mean, variance, 0]
names = model.state_dict().keys()
model.load_state_dict({n: torch.tensor(w) for n, w in zip(names, weights)})

# For the whole model, inference is a switch, and it stays.
model.eval()
output = model(x)

# A frozen normalisation still moves its statistics in training mode.
norm.train().requires_grad_(False)
norm(dense(x))
frozen_statistics_move = bool((norm.running_mean.numpy() != mean).any())

print("a fresh dropout drops:", fresh_dropout_drops)
print("greatest in training:", greatest_in_training)
print("inference:", output[0].detach().numpy().round(4))
print("frozen statistics move:", frozen_statistics_move)
