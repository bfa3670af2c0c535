import torch
from torch import nn

rnn = nn.GRU(3, 4, batch_first=True)
steps = torch.ones(2, 1, 5, 3)


def wrong():
    state = torch.zeros(1, 1, 4)
    for step in steps:
        output, state = rnn(step, state)
        output.sum().backward()


def right():
    state = torch.zeros(1, 1, 4)
    for step in steps:
        output, state = rnn(step, state.detach())
        output.sum().backward()
    assert rnn.weight_ih_l0.grad is not None
