import torch
from torch import nn

model = nn.Linear(4, 3)
inputs = torch.ones(2, 4)
labels = torch.tensor([0, 2])


def wrong():
    classes = model(inputs).argmax(dim=1)  # no gradient goes through argmax
    loss = (classes == labels).float().mean()
    loss.backward()


def right():
    loss = nn.functional.cross_entropy(model(inputs), labels)
    loss.backward()
    assert model.weight.grad.abs().sum() > 0
