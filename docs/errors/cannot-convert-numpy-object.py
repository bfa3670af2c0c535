import numpy as np
import torch

table = np.array([[1, 2.5], [3, "4"]], dtype=object)


def wrong():
    torch.from_numpy(table)


def right():
    numbers = torch.from_numpy(table.astype("float32"))
    assert numbers.tolist() == [[1.0, 2.5], [3.0, 4.0]]
