import torch

from inputs import others, prices

counts = torch.tensor([1, 2, 3])
ratios = torch.tensor([0.5, 1.5, 2.5])
array = torch.tensor(prices)  # keeps NumPy's type
single = torch.tensor(prices, dtype=torch.float32)

steps = torch.arange(0, 1, 0.25)
line = torch.linspace(0.0, 1.0, 5)
grid = torch.arange(6).reshape(2, 3)
corner = torch.eye(2) * torch.full((2, 2), 7.0)
mask = array > 50

squared = torch.tensor(50_000) ** 2

int_type = str(counts.dtype).removeprefix("torch.")
range_type = str(grid.dtype).removeprefix("torch.")
float_type = str(ratios.dtype).removeprefix("torch.")
array_type = str(array.dtype).removeprefix("torch.")
dtypes = [str(torch.tensor(other).dtype) for other in others]
kept = [dtype.removeprefix("torch.") for dtype in dtypes]

print("from 1, 2, 3:", int_type)
print("from 0.5, 1.5, 2.5:", float_type)
print("from NumPy:", array_type)
print("from other arrays:", *kept)
print("from range(6):", range_type)
print("50000 squared:", squared.numpy())
print("steps:", steps.numpy())
print("first row:", single[0].numpy())
