import torch
from torch import nn

from inputs import beta, gamma, images, scale, shift

x = torch.tensor(images, requires_grad=True)
first = x.permute(0, 3, 1, 2)  # the channels come second
norm = nn.GroupNorm(3, 6)


def run(layer):
    return layer(first).permute(0, 2, 3, 1)


# PyTorch's own weights need no change.
own = {"weight": torch.from_numpy(scale), "bias": torch.from_numpy(shift)}
norm.load_state_dict(own)
output_back = run(norm)

moved = {"weight": torch.from_numpy(gamma), "bias": torch.from_numpy(beta)}
norm.load_state_dict(moved)
output = run(norm)
(gradient,) = torch.autograd.grad(output.pow(3).sum(), x)

# One channel a group: instance norm. All in one: a kind of layer norm.
instance = run(nn.InstanceNorm2d(6))
whole = run(nn.GroupNorm(1, 6, affine=False))

default_epsilon = norm.eps
try:
    default_groups = nn.GroupNorm(num_channels=6).num_groups
except TypeError as error:
    default_groups = type(error).__name__

print("output:", output[0, 0, 0].detach().numpy().round(4))
print("gradient:", gradient[0, 0, 0].numpy().round(4))
print("instance:", instance[0, 0, 0].detach().numpy().round(4))
print("defaults:", default_groups, default_epsilon)
