import torch
from torch import nn

from inputs import batch, other, state, weights

default = nn.BatchNorm1d(3)
default_momentum, default_epsilon = default.momentum, default.eps

layer = nn.BatchNorm1d(3, momentum=1 - 0.9, eps=1e-5)
layer.eval()  # a new module is in training mode

# PyTorch's own tensors need no change.
own = {name: torch.from_numpy(array) for name, array in state.items()}
layer.load_state_dict(own)
output_back = layer(torch.from_numpy(other))

moved = dict(zip(state, map(torch.from_numpy, weights)))
layer.load_state_dict(moved)
output = layer(torch.from_numpy(other))

# One step of training: normalise by the batch, and move the statistics.
trained = layer.train()(torch.from_numpy(batch))
moving_mean = layer.running_mean
kept, n = 0.9 * moved["running_var"], len(batch)
moving_variance = kept + (layer.running_var - kept) * (n - 1) / n

print("defaults:", default_momentum, default_epsilon)
print("output:", output[0].detach().numpy().round(4))
print("mean after a step:", moving_mean.numpy().round(4))
print("variance after a step:", layer.running_var.numpy().round(4))
