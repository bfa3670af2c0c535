import torch


def wrong():
    @torch.compile(fullgraph=True, backend="eager")
    def mirrored(x):
        return x if x.sum() > 0 else -x

    mirrored(torch.ones(3))


def right():
    @torch.compile(fullgraph=True, backend="eager")
    def mirrored(x):
        return torch.where(x.sum() > 0, x, -x)

    assert mirrored(-torch.ones(3)).tolist() == [1.0] * 3
