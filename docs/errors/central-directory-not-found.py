import os

import torch
from torch import nn

weights = nn.Linear(100, 100).state_dict()


def wrong():
    torch.save(weights, "weights.pt")
    os.truncate("weights.pt", 2_000)  # the disk was full
    torch.load("weights.pt")


def right():
    torch.save(weights, "weights.pt.part")
    os.replace("weights.pt.part", "weights.pt")
    assert torch.load("weights.pt").keys() == weights.keys()
