import torch

features = torch.zeros(20, 16, 5, 5)  # the last batch has 20, not 32


def wrong():
    features.view(32, 16 * 5 * 5)


def right():
    assert features.flatten(1).shape == (20, 400)
