import torch

predicted = torch.tensor([0, 2, 1, 1])
labels = torch.tensor([0, 1, 1, 1])


def wrong():
    (predicted - labels).abs().mean()


def right():
    assert (predicted == labels).float().mean() == 0.75
