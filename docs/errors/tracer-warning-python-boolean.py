import torch
from torch import nn


class Branch(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        return x


class Where(nn.Module):
    def forward(self, x):
        return torch.where(x.sum() > 0, x * 2, x)


x = torch.ones(1, 4)


def wrong():
    traced = torch.jit.trace(Branch().eval(), x)
    print(traced(-x))  # -2, and not -1


def right():
    exported = torch.export.export(Where().eval(), (x,)).module()
    assert exported(-x).tolist() == [[-1.0] * 4]
