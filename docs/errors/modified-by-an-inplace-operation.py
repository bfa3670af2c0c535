import torch

weight = torch.zeros(3, requires_grad=True)


def wrong():
    gate = torch.sigmoid(weight)
    gate += 1  # sigmoid's derivative needs the old value
    gate.sum().backward()


def right():
    gate = torch.sigmoid(weight)
    gate = gate + 1
    gate.sum().backward()
    assert torch.allclose(weight.grad, torch.tensor(0.25))
