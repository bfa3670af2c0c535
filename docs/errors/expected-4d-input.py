import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8)).eval()
image = torch.zeros(3, 32, 32)


def wrong():
    model(image)


def right():
    assert model(image.unsqueeze(0)).shape == (1, 8, 30, 30)
