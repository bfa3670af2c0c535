import torch
from torch import nn

outputs = torch.tensor([[1.0], [2.0], [3.0]])
labels = torch.tensor([1.0, 2.0, 3.0])


def wrong():
    print(nn.functional.mse_loss(outputs, labels))  # 1.33, not 0


def right():
    loss = nn.functional.mse_loss(outputs.squeeze(1), labels)
    assert loss == 0
