import torch
from torch import nn

from inputs import bias, kernel, up_kernel, up_weight, volume, weight

x = torch.from_numpy(volume.transpose(0, 4, 1, 2, 3))
conv = nn.Conv3d(2, 4, 3)
up = nn.ConvTranspose3d(2, 4, 2, stride=2)


def run(layer, array):
    """The layer with this weight; the channels back to the end."""
    state = {"weight": torch.tensor(array), "bias": torch.from_numpy(bias)}
    layer.load_state_dict(state)
    return layer(x).permute(0, 2, 3, 4, 1)


# The last two axes first; depth, height and width keep their order.
output = run(conv, kernel.transpose(4, 3, 0, 1, 2))
upsampled = run(up, up_kernel.transpose(4, 3, 0, 1, 2))

# PyTorch's own weights need no change.
output_back = run(conv, weight)
upsampled_back = run(up, up_weight)

print("shapes:", tuple(output.shape), tuple(upsampled.shape))
print("output:", output[0, 0, 0, 0].detach().numpy().round(4))
print("upsampled:", upsampled[0, 0, 0, 0].detach().numpy().round(4))
