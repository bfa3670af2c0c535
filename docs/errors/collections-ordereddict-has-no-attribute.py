import torch
from torch import nn

torch.save(nn.Linear(4, 2).state_dict(), "weights.pt")


def wrong():
    model = torch.load("weights.pt")
    model.eval()


def right():
    model = nn.Linear(4, 2)
    model.load_state_dict(torch.load("weights.pt"))
    model.eval()
    assert not model.training
