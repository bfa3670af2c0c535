import torch
from torch.nn.utils.rnn import pack_padded_sequence

batch = torch.zeros(2, 3, 4)
lengths = [2, 3]


def wrong():
    pack_padded_sequence(batch, lengths, batch_first=True)


def right():
    packed = pack_padded_sequence(
        batch, lengths, batch_first=True, enforce_sorted=False
    )
    rnn = torch.nn.GRU(4, 5, batch_first=True)
    assert rnn(packed)[1].shape == (1, 2, 5)
