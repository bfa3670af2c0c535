import torch
from torch import nn
import torch.nn.functional as F

from inputs import images, kernel

x = torch.from_numpy(images).permute(0, 3, 1, 2)

conv = nn.Conv2d(3, 4, 3, stride=2, bias=False)
weight = torch.from_numpy(kernel.transpose(3, 2, 0, 1))
conv.load_state_dict({"weight": weight})
padded = F.pad(x, (0, 1, 0, 1))  # left, right, top, bottom
output = conv(padded).permute(0, 2, 3, 1)

pool = nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)
pooled = pool(x).permute(0, 2, 3, 1)

# The padding that PyTorch users write: one pixel on every side.
symmetric = nn.Conv2d(3, 4, 3, stride=2, padding=1, bias=False)
symmetric.load_state_dict({"weight": weight})
output_back = symmetric(x).permute(0, 2, 3, 1)

print("shape:", tuple(output.shape))
print("same:", output[0, 0, 0].detach().numpy().round(4))
print("padding=1:", output_back[0, 0, 0].detach().numpy().round(4))
print("pooled corner:", pooled[0, 0, 0].numpy().round(4))
