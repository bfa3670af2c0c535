import torch
from torch import nn

outputs = torch.ones(4, requires_grad=True)
labels = torch.zeros(4)


def wrong():
    loss = nn.functional.mse_loss(outputs, labels, reduction="none")
    loss.backward()


def right():
    loss = nn.functional.mse_loss(outputs, labels, reduction="none")
    loss.mean().backward()
    assert outputs.grad.tolist() == [0.5] * 4
