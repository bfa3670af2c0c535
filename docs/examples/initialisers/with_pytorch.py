import torch
from torch import nn
from torch.nn import init

from inputs import dense, image

torch.manual_seed(0)
linear = nn.Linear(*dense).requires_grad_(False)
conv = nn.Conv2d(image[2], image[3], image[:2]).requires_grad_(False)


def reach(weight):
    """The greatest number: the limit of a uniform distribution."""
    return weight.abs().max()


default = reach(linear.weight)
zero_bias = bool(reach(linear.bias) == 0)

# These write into the weight that they are given.
limits = [
    reach(init.xavier_uniform_(linear.weight)),
    reach(init.xavier_uniform_(conv.weight)),
    reach(init.kaiming_uniform_(linear.weight, nonlinearity="relu")),
    reach(init.kaiming_uniform_(conv.weight, nonlinearity="relu")),
]

normal = init.kaiming_normal_(linear.weight, nonlinearity="relu")
far = bool(reach(normal) > 2.5 * normal.std())


def truncated(gain):
    """As in Keras: none beyond two deviations, which are wider for it."""
    wide = (gain / dense[0]) ** 0.5 / 0.87962566
    weight = torch.empty(dense[1], dense[0])
    return init.trunc_normal_(weight, 0, wide, -2 * wide, 2 * wide)


he_normal, lecun_normal = truncated(2), truncated(1)
spreads = [he_normal.std(), lecun_normal.std()]
reaches = [reach(he_normal), reach(lecun_normal)]

print("limits:", torch.stack(limits).numpy().round(4))
spread = torch.stack(spreads).numpy().round(4)
print("deviations:", spread, "beyond 2.5 of one:", far)
print("PyTorch's default:", round(default.item(), 4))
print("bias of a new layer is zero:", zero_bias)
