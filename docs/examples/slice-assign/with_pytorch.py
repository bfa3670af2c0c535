import torch

from inputs import block, row, table

x = torch.tensor(table)

try:
    x.clone()[0, 0] = 1.0
    assignment = "works"
except TypeError as error:
    assignment = type(error).__name__

with_row = x.clone()
with_row[1] = torch.from_numpy(row)

state = torch.nn.Parameter(x.clone())  # what trains is a parameter
with torch.no_grad():
    state[1] = torch.from_numpy(row)
in_place = state.detach()
with_block = x.clone()
with_block[0:2, 1:3] = torch.from_numpy(block)

picked = x.clone()
picked[[0, 2], 1] = 9.0

positive = torch.where(x < 0, 0.0, x)

# The gradient of an update: none where a number was overwritten.
x.requires_grad_()
y = x.clone()
y[1] = torch.from_numpy(row)
loss = (y**2).sum()
(gradient,) = torch.autograd.grad(loss, x)

print("x[0, 0] = 1.0:", assignment)
print("picked:", picked[:, 1].numpy().round(4))
print("positive:", positive[0].numpy().round(4))
print("gradient:")
print(gradient.numpy().round(4))
