import torch
from torch import nn
import torch.nn.functional as F

from inputs import bias, kernel, signal, weight

x = torch.tensor(signal.transpose(0, 2, 1), requires_grad=True)
conv = nn.Conv1d(3, 4, 3, dilation=2)
past = F.pad(x, (4, 0))  # dilation * (width - 1) zeros, in front

# PyTorch's own tensors need no change.
own = {"weight": torch.from_numpy(weight), "bias": torch.from_numpy(bias)}
conv.load_state_dict(own)
output_back = conv(past).permute(0, 2, 1)

own["weight"] = torch.from_numpy(kernel.transpose(2, 1, 0))
conv.load_state_dict(own)
output = conv(past).permute(0, 2, 1)

# How much each step of the input matters for step 7 of the output.
(gradient,) = torch.autograd.grad(output[:, 7].sum(), x)
slopes = gradient.abs().sum(dim=(0, 1))

# A stream keeps the last five steps, and pads nothing.
newest = conv(x[:, :, -5:])[:, :, 0]

try:
    named = nn.Conv1d(3, 4, 3, padding="causal").padding
except ValueError as error:
    named = type(error).__name__

print("shape:", tuple(output.shape))
print("step 7:", output[0, 7].detach().numpy().round(4))
print("it depends on steps", [t for t in range(12) if slopes[t] > 0])
print("newest step:", newest[0].detach().numpy().round(4))
