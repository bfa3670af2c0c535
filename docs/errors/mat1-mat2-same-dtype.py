import numpy as np
import torch
from torch import nn

model = nn.Linear(4, 2)
table = np.ones((3, 4))  # float64


def wrong():
    model(torch.from_numpy(table))


def right():
    inputs = torch.from_numpy(table.astype("float32"))
    assert model(inputs).dtype == torch.float32
