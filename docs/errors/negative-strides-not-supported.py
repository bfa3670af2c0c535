import numpy as np
import torch

bgr = np.arange(12, dtype="uint8").reshape(2, 2, 3)


def wrong():
    torch.from_numpy(bgr[..., ::-1])


def right():
    rgb = torch.from_numpy(np.ascontiguousarray(bgr[..., ::-1]))
    assert rgb[0, 0].tolist() == [2, 1, 0]
