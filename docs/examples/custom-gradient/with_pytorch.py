import torch

from inputs import scale, values

x = torch.tensor(values, requires_grad=True)
scale = torch.from_numpy(scale)


class ToQuarters(torch.autograd.Function):
    """Round to quarters between -1 and 1; backwards, let pass inside."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x.abs() <= 1)
        return (x.clamp(-1, 1) * 4).round() / 4

    @staticmethod
    def backward(ctx, upstream):
        (inside,) = ctx.saved_tensors
        return upstream * inside


rounded = ToQuarters.apply(x)
loss = (rounded * scale).sum()
(gradient,) = torch.autograd.grad(loss, x)

# The same without a function of its own.
clipped = x.clamp(-1, 1)
steps = clipped + ((clipped * 4).round() / 4 - clipped).detach()
loss = (steps * scale).sum()
(short_gradient,) = torch.autograd.grad(loss, x)

# What rounding alone gives.
loss = (x.round() * scale).sum()
plain = str(torch.autograd.grad(loss, x)[0].numpy())

print("rounded:", rounded.detach().numpy())
print("gradient:", gradient.numpy())
print("of round alone:", plain)
