import torch
from torch import nn

torch.manual_seed(0)
steps = torch.randn(2, 5, 3)  # batch, time, features


def wrong():
    nn.LSTM(3, 4, dropout=0.2, batch_first=True)


def right():
    lstm = nn.LSTM(3, 4, batch_first=True)
    drop = nn.Dropout(0.2)
    output, _ = lstm(steps)
    dropped = drop(output)
    assert (dropped == 0).any()
    assert not (output == 0).any()
