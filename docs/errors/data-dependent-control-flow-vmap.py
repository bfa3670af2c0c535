import torch

samples = torch.tensor([[1.0, 2.0], [-3.0, 1.0]])


def wrong():
    torch.vmap(lambda x: x if x.sum() > 0 else -x)(samples)


def right():
    mirrored = torch.vmap(lambda x: torch.where(x.sum() > 0, x, -x))
    assert mirrored(samples).tolist() == [[1.0, 2.0], [3.0, -1.0]]
