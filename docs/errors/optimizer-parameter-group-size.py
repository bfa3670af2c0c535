import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 2))
stored = torch.optim.Adam(model.parameters()).state_dict()


def wrong():
    head = torch.optim.Adam(model[1].parameters())  # the body is frozen
    head.load_state_dict(stored)


def right():
    optimizer = torch.optim.Adam(model.parameters())
    optimizer.load_state_dict(stored)
    model[0].requires_grad_(False)  # Adam skips what has no gradient
    assert len(optimizer.param_groups[0]["params"]) == 4
