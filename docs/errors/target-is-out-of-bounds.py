import torch
from torch import nn

logits = torch.zeros(3, 3)
labels = torch.tensor([1, 2, 3])  # they start at 1


def wrong():
    nn.functional.cross_entropy(logits, labels)


def right():
    loss = nn.functional.cross_entropy(logits, labels - 1)
    assert loss.isclose(torch.tensor(3.0).log())

    marked = torch.tensor([0, 2, 255])
    loss = nn.functional.cross_entropy(logits, marked, ignore_index=255)
    assert loss.isclose(torch.tensor(3.0).log())
