import torch
from torch import nn


class Selected(nn.Module):
    def forward(self, x):
        positive = x[x > 0]
        if positive.shape[0] > 2:
            return positive.sum()
        return x.sum()


class Masked(nn.Module):
    def forward(self, x):
        mask = x > 0
        total = torch.where(mask, x, 0).sum()
        return torch.where(mask.sum() > 2, total, x.sum())


x = torch.tensor([1.0, 2.0, 3.0, -4.0])


def wrong():
    torch.export.export(Selected(), (x,))


def right():
    exported = torch.export.export(Masked(), (x,)).module()
    for numbers in (x, -x):
        assert exported(numbers) == Selected()(numbers)
