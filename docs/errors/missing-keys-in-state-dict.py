import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 2))
checkpoint = nn.DataParallel(nn.Sequential(nn.Linear(4, 2))).state_dict()


def wrong():
    model.load_state_dict(checkpoint)


def right():
    nn.modules.utils.consume_prefix_in_state_dict_if_present(
        checkpoint, "module."
    )
    model.load_state_dict(checkpoint)
    assert torch.equal(model[0].weight, checkpoint["0.weight"])
