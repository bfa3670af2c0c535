import math

import torch
import torch.nn.functional as F

from inputs import given, threshold, wanted

x, y = torch.tensor(given, requires_grad=True), torch.from_numpy(wanted)

# Squares below the threshold; above it, straight lines of that slope.
huber = F.huber_loss(x, y, delta=threshold)
(gradient,) = torch.autograd.grad(huber, x)

# Smooth L1: the same curve divided by the threshold.
smooth_l1 = F.smooth_l1_loss(x, y, beta=threshold)

# One number for each box.
per_box = F.huber_loss(x, y, delta=threshold, reduction="none").mean(1)

# The smooth relative without a threshold: log cosh, without overflow.
error = x - y
log_cosh = (error + F.softplus(-2 * error) - math.log(2)).mean()

try:
    zero_threshold = F.huber_loss(x, y, delta=0.0).item()
except RuntimeError as error:
    zero_threshold = type(error).__name__

print("huber:", round(huber.item(), 4))
print("smooth L1:", round(smooth_l1.item(), 4))
print("log cosh:", round(log_cosh.item(), 4))
print("threshold 0:", zero_threshold)
