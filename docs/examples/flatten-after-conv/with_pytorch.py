import torch
from torch import nn

from inputs import bias, conv_kernel, images, kernel, weight

conv = nn.Conv2d(1, 2, 3, bias=False)
dense = nn.Linear(24, 5)
model = nn.Sequential(conv, nn.Flatten(), dense)
x = torch.from_numpy(images).permute(0, 3, 1, 2)
conv_weight = torch.from_numpy(conv_kernel.transpose(3, 2, 0, 1))
conv.load_state_dict({"weight": conv_weight})
bias = torch.from_numpy(bias)

# The rows of Keras count height, width, channel.
per_pixel = kernel.reshape(3, 4, 2, 5)  # height, width, channel, out
moved = torch.from_numpy(per_pixel.transpose(3, 2, 0, 1).reshape(5, 24))
dense.load_state_dict({"weight": moved, "bias": bias})
output = model(x)

dense.load_state_dict({"weight": torch.from_numpy(weight), "bias": bias})
output_back = model(x)

print("map:", tuple(conv(x).shape[1:]))
print("output:", output[0].detach().numpy().round(4))
print("output back:", output_back[0].detach().numpy().round(4))
