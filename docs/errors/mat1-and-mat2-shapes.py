import torch
from torch import nn

images = torch.zeros(32, 3, 28, 28)


def wrong():
    model = nn.Sequential(
        nn.Conv2d(3, 8, 3),
        nn.Flatten(),
        nn.Linear(8 * 28 * 28, 10),  # the convolution leaves 26 x 26
    )
    model(images)


def right():
    model = nn.Sequential(
        nn.Conv2d(3, 8, 3),
        nn.Flatten(),
        nn.LazyLinear(10),
    )
    assert model(images).shape == (32, 10)
    assert model[2].in_features == 8 * 26 * 26
