import torch
from torch import nn


class Settings:
    def __init__(self):
        self.width = 8


def wrong():
    model = nn.Linear(4, 2)
    torch.save({"model": model.state_dict(), "cfg": Settings()}, "all.pt")
    torch.load("all.pt")


def right():
    model = nn.Linear(4, 2)
    torch.save({"model": model.state_dict(), "cfg": {"width": 8}}, "all.pt")
    assert torch.load("all.pt")["cfg"]["width"] == 8

    # A file that is there already, from a source that you trust:
    torch.save({"cfg": Settings()}, "old.pt")
    with torch.serialization.safe_globals([Settings]):
        assert torch.load("old.pt")["cfg"].width == 8
