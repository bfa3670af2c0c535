import torch
import torch.nn.functional as F

from inputs import direction, features, labels, start

x, y = torch.tensor(features), torch.tensor(labels)
weight = torch.tensor(start)


def losses_of(weight):
    logits = x @ weight
    return F.binary_cross_entropy_with_logits(logits, y, reduction="none")


def loss_of(weight):
    return losses_of(weight).mean()


derivative = torch.func.grad(loss_of)
gradient = derivative(weight)

hessian = torch.func.hessian(loss_of)(weight)
curvature = hessian.diagonal()

# The Hessian times a vector, without the Hessian.
direction = torch.tensor(direction)
_, hessian_times = torch.func.jvp(derivative, (weight,), (direction,))

# One gradient for each sample.
per_sample = torch.func.jacrev(losses_of)(weight)

print("curvature:", curvature.numpy().round(4))
print("Hessian times direction:", hessian_times.numpy().round(4))
print("gradient:", gradient.numpy().round(4))
print("per sample, mean:", per_sample.mean(dim=0).numpy().round(4))
