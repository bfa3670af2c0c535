import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

sentences = [torch.ones(3), torch.ones(5)]


def wrong():
    next(iter(DataLoader(sentences, batch_size=2)))


def right():
    def padded(batch):
        return pad_sequence(batch, batch_first=True)

    loader = DataLoader(sentences, batch_size=2, collate_fn=padded)
    assert next(iter(loader)).shape == (2, 5)
