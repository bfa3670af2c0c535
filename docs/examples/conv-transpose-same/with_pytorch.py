import torch
from torch import nn

from inputs import bias, image, kernels, torch_kernel

x = torch.from_numpy(image).permute(0, 3, 1, 2)
height, width = x.shape[2:]
bias = torch.from_numpy(bias)


def upsample(size):
    # "same" leaves out size - 2 pixels: the greater half at the end.
    layer = nn.ConvTranspose2d(2, 3, size, stride=2, padding=(size - 2) // 2)
    weight = torch.from_numpy(kernels[size]).permute(3, 2, 0, 1)
    layer.load_state_dict({"weight": weight, "bias": bias})
    output = layer(x)[:, :, : 2 * height, : 2 * width]
    return output.permute(0, 2, 3, 1)


size_3, size_4, size_5 = upsample(3), upsample(4), upsample(5)

# A layer as PyTorch code usually has it: the first row is left out.
usual = nn.ConvTranspose2d(2, 3, 3, stride=2, padding=1, output_padding=1)
weight = torch.from_numpy(torch_kernel)
usual.load_state_dict({"weight": weight, "bias": bias})
back = usual(x).permute(0, 2, 3, 1)

print("4 x 5 becomes:", tuple(size_3.shape[1:3]))
print("size 3:", size_3[0, 0, :4, 0].detach().numpy().round(4))
print("size 4:", size_4[0, 0, :4, 0].detach().numpy().round(4))
print("size 5:", size_5[0, 0, :4, 0].detach().numpy().round(4))
print("back:  ", back[0, 0, :4, 0].detach().numpy().round(4))
