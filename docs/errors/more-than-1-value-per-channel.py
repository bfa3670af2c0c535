import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3))
one = torch.zeros(1, 4)


def wrong():
    model(one)


def right():
    model.eval()
    with torch.no_grad():
        assert model(one).shape == (1, 3)
