import torch

one = torch.tensor([1, 2])
other = torch.tensor([1, 3])


def wrong():
    if one == other:
        print("equal")


def right():
    assert not torch.equal(one, other)
    assert (one == other).any()
    assert torch.where(one == other, one, 0).tolist() == [1, 0]
