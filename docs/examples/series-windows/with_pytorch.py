import torch
from torch.utils.data import DataLoader, TensorDataset

from inputs import length, series

x = torch.tensor(series)
every = x[:-1].unfold(0, length, 1).transpose(1, 2)
dataset = TensorDataset(every, x[length:, 0])


def windows_of(shuffle):
    generator = torch.Generator().manual_seed(1)
    return DataLoader(dataset, 3, shuffle=shuffle, generator=generator)


parts = list(windows_of(shuffle=False))
windows = torch.cat([window for window, _ in parts])
targets = torch.cat([target for _, target in parts])

# Shuffled are whole windows: the steps within one stay in order.
mixed = torch.cat([window for window, _ in windows_of(True)])
moved = bool((mixed != windows).any())
again = mixed[mixed[:, 0, 0].argsort()]
sorted_windows = windows[windows[:, 0, 0].argsort()]
intact = bool((again == sorted_windows).all())

print("windows:", tuple(windows.shape), "targets:", tuple(targets.shape))
print("first window:", windows[0, :, 0].numpy().round(2))
print("its target:", targets[0].numpy().round(2))
print("shuffled:", moved, "- each window intact:", intact)
assert moved and intact
