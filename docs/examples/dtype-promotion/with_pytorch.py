import torch

from inputs import counts, ratios

x = torch.tensor(counts)  # int32
y = torch.tensor(ratios)  # float32

try:
    outcome = str((x + y).dtype).removeprefix("torch.")
except RuntimeError as error:
    outcome = type(error).__name__

total = x.float() + y
promoted = x + y  # PyTorch converts

half_type = str((x / 2).dtype).removeprefix("torch.")
mean = x.float().mean()
try:
    mean_of_ints = x.mean()
    mean_of_negatives = (-x).mean()
except RuntimeError as error:
    mean_of_ints = mean_of_negatives = type(error).__name__

print("int32 + float32:", outcome)
print("total:", total.numpy())
print("int32 / 2:", half_type)
print("mean:", mean.numpy())
print("mean of int32:", mean_of_ints)
print("mean of -int32:", mean_of_negatives)
