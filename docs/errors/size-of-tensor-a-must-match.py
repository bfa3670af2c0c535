import torch

images = torch.zeros(8, 3, 32, 32)
means = torch.tensor([0.5, 0.4, 0.3])  # one a channel


def wrong():
    images - means


def right():
    centred = images - means[:, None, None]
    assert centred[0, 2, 0, 0] == -means[2]
