import torch
from torch import nn

weights = nn.Linear(4, 2).state_dict()


def wrong():
    model = nn.Linear(4, 2, device="meta")
    model.to("cpu")


def right():
    model = nn.Linear(4, 2, device="meta")
    model.load_state_dict(weights, assign=True)
    assert model.to("cpu").weight.device.type == "cpu"
    assert torch.equal(model.weight, weights["weight"])
