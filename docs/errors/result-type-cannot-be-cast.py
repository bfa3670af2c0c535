import torch


def wrong():
    x = torch.tensor([1, 2])
    x += 0.5


def right():
    x = torch.tensor([1, 2])
    x = x + 0.5
    assert x.tolist() == [1.5, 2.5]
