import torch
from torch import nn

from inputs import images, bias
from inputs import kernel, up_kernel, depth_kernel
from inputs import weight, up_weight, depth_weight

conv = nn.Conv2d(3, 4, 3)
up = nn.ConvTranspose2d(3, 4, 3, stride=2, bias=False)
depth = nn.Conv2d(3, 6, 3, groups=3, bias=False)
x = torch.from_numpy(images).permute(0, 3, 1, 2)  # channels first


def load(layer, *arrays):
    tensors = map(torch.from_numpy, arrays)
    layer.load_state_dict(dict(zip(layer.state_dict(), tensors)))


load(conv, kernel.transpose(3, 2, 0, 1), bias)
output = conv(x).permute(0, 2, 3, 1)
load(up, up_kernel.transpose(3, 2, 0, 1))
up_output = up(x).permute(0, 2, 3, 1)
load(depth, depth_kernel.transpose(2, 3, 0, 1).reshape(6, 1, 3, 3))
depth_output = depth(x).permute(0, 2, 3, 1)

# PyTorch's own weights need no change.
load(conv, weight, bias)
output_back = conv(x).permute(0, 2, 3, 1)
load(up, up_weight)
up_output_back = up(x).permute(0, 2, 3, 1)
load(depth, depth_weight)
depth_output_back = depth(x).permute(0, 2, 3, 1)

print("input:", tuple(x.shape))
shapes = [tuple(layer.weight.shape) for layer in (conv, up, depth)]
print("kernels:", *shapes)
print("conv:", output[0, 0, 0].detach().numpy().round(4))
print("transposed:", up_output[0, 0, 0].detach().numpy().round(4))
print("depthwise:", depth_output[0, 0, 0].detach().numpy().round(4))
