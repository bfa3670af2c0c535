import torch

column = torch.zeros(2_000_000, 1)
row = torch.zeros(2_000_000)


def wrong():
    column - row  # 2,000,000 x 2,000,000


def right():
    assert (column.squeeze(1) - row).shape == (2_000_000,)
