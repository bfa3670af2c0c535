import torch

outputs = torch.tensor([0.5, 1.25], dtype=torch.bfloat16)


def wrong():
    outputs.numpy()


def right():
    assert outputs.float().numpy().tolist() == [0.5, 1.25]
