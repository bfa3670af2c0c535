import torch
import numpy as np

from inputs import start

x = torch.tensor(start, requires_grad=True)
unused = torch.tensor(1.0, requires_grad=True)

full = (x * x.square()).sum()
part = (x * x.square().detach()).sum()

(gradient,) = torch.autograd.grad(full, x, retain_graph=True)  # 3 x²
(gradient_of_part,) = torch.autograd.grad(part, x)  # x²

try:
    missing = torch.autograd.grad(full, unused, retain_graph=True)
except RuntimeError as error:
    missing = type(error).__name__

filled = torch.autograd.grad(full, [x, unused], materialize_grads=True)

plain = torch.tensor(start)
try:
    of_plain = torch.autograd.grad((plain**3).sum(), plain)
except RuntimeError as error:
    of_plain = type(error).__name__

plain.requires_grad_()  # before the computation, not after it
(of_input,) = torch.autograd.grad((plain**3).sum(), plain)

try:
    in_numpy = type(np.square(x)).__name__
except RuntimeError as error:
    in_numpy = type(error).__name__

print("gradient:", gradient.numpy())
print("with a part stopped:", gradient_of_part.numpy())
print("of an unused weight:", missing)
print("filled with zero:", filled[1].numpy())
print("of an input, asked or not:", of_input.numpy(), of_plain)
print("NumPy on x gives:", in_numpy)
