import torch
from torch import nn

logits = torch.zeros(2, 3)
labels = torch.tensor([0, 2], dtype=torch.int32)


def wrong():
    nn.functional.cross_entropy(logits, labels)


def right():
    loss = nn.functional.cross_entropy(logits, labels.long())
    probabilities = nn.functional.one_hot(labels.long(), 3).float()
    same = nn.functional.cross_entropy(logits, probabilities)
    assert loss.isclose(same)
