import torch
from torch import nn


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(4, 4), nn.Linear(4, 2)]


class Known(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4), nn.Linear(4, 2)])


def wrong():
    torch.optim.Adam(Plain().parameters())


def right():
    optimizer = torch.optim.Adam(Known().parameters())
    assert len(optimizer.param_groups[0]["params"]) == 4
