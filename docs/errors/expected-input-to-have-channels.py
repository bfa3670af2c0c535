import torch
from torch import nn

conv = nn.Conv2d(3, 8, kernel_size=3)
images = torch.rand(16, 32, 32, 3)  # channels last, as from Keras


def wrong():
    conv(images)


def right():
    first = images.permute(0, 3, 1, 2)
    assert conv(first).shape == (16, 8, 30, 30)
    assert torch.equal(first[0, 2], images[0, :, :, 2])
