import torch
from torch import nn

from inputs import depthwise_bias, depthwise_kernel, depthwise_weight
from inputs import grouped_bias, grouped_kernel, grouped_weight
from inputs import images, pointwise_bias, pointwise_kernel

x = torch.from_numpy(images).permute(0, 3, 1, 2)


def apply(layer, *arrays):
    tensors = map(torch.tensor, arrays)
    layer.load_state_dict(dict(zip(layer.state_dict(), tensors)))
    return layer(x).permute(0, 2, 3, 1).detach()  # channels last


layer = nn.Conv2d(4, 8, 3, groups=4)  # as many groups as channels

# (3, 3, 4, 2): channel first, then its filters, then flatten both.
weight = depthwise_kernel.transpose(2, 3, 0, 1).reshape(8, 1, 3, 3)
depthwise = apply(layer, weight, depthwise_bias)

# PyTorch's own tensors need no change.
depthwise_back = apply(layer, depthwise_weight, depthwise_bias)

# Two layers; only the second one has a bias.
pointwise = nn.Conv2d(8, 5, 1)
layer = nn.Sequential(nn.Conv2d(4, 8, 3, groups=4, bias=False), pointwise)
mix = pointwise_kernel.transpose(3, 2, 0, 1)
separable = apply(layer, weight, mix, pointwise_bias)

layer = nn.Conv2d(4, 6, 3, groups=2)
grouped_first = grouped_kernel.transpose(3, 2, 0, 1)
grouped = apply(layer, grouped_first, grouped_bias)
grouped_back = apply(layer, grouped_weight, grouped_bias)

print("depthwise:", depthwise[0, 0, 0, :4].numpy().round(4))
print("separable:", separable[0, 0, 0, :4].numpy().round(4))
print("grouped:  ", grouped[0, 0, 0, :4].numpy().round(4))
