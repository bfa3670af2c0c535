import torch
from torch import nn

model = nn.Linear(4, 2)


def wrong():
    model.cuda()


def right():
    device = "cuda" if torch.cuda.is_available() else "cpu"
    inputs = torch.zeros(1, 4, device=device)
    assert model.to(device)(inputs).shape == (1, 2)
