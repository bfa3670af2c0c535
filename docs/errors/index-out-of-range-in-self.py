import torch
from torch import nn

words = {"<pad>": 0, "a": 1, "cat": 2}
sentence = torch.tensor([1, 2])


def wrong():
    table = nn.Embedding(2, 8)  # without the padding
    table(sentence)


def right():
    table = nn.Embedding(len(words), 8, padding_idx=0)
    assert table(sentence).shape == (2, 8)
