import torch

weight = torch.ones(3, requires_grad=True)
(weight * 2).sum().backward()


def wrong():
    weight.sub_(0.1 * weight.grad)


def right():
    with torch.no_grad():
        weight.sub_(0.1 * weight.grad)
    assert weight.tolist() == [0.800000011920929] * 3
    assert weight.requires_grad
