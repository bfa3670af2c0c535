import torch

from inputs import features, start, target

features, target = torch.from_numpy(features), torch.from_numpy(target)
weight = torch.tensor(start, requires_grad=True)
bias = torch.tensor(0.5, requires_grad=True)


def loss_of(x, y):
    return ((x @ weight + bias - y) ** 2).mean()


# One large batch.
loss = loss_of(features, target)
large = torch.autograd.grad(loss, [weight, bias])

# Four small batches that count as one.
for first in range(0, 8, 2):
    x, y = features[first : first + 2], target[first : first + 2]
    loss = loss_of(x, y) / 4
    loss.backward()
accumulated = [weight.grad.clone(), bias.grad.clone()]

# All gradients shortened together, to a length of 1.
norm = torch.nn.utils.clip_grad_norm_([weight, bias], 1.0)
clipped = [weight.grad, bias.grad]

print("large batch:", large[0].numpy().round(4))
print("accumulated:", accumulated[0].numpy().round(4))
print("norm:", norm.numpy().round(4))
print("clipped:", clipped[0].numpy().round(4))
