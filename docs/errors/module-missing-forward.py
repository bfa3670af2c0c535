import torch
from torch import nn


class Ported(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)

    def call(self, inputs):  # Keras's name
        return self.layer(inputs)


class Mended(Ported):
    def forward(self, inputs):
        return self.layer(inputs)


def wrong():
    Ported()(torch.zeros(1, 4))


def right():
    assert Mended()(torch.zeros(1, 4)).shape == (1, 2)
