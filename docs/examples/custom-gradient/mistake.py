# backward() ignores the upstream gradient and returns its own slope.
class ToQuarters(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x.abs() <= 1)
        return (x.clamp(-1, 1) * 4).round() / 4

    @staticmethod
    def backward(ctx, upstream):
        (inside,) = ctx.saved_tensors
        return inside.float()


(gradient,) = torch.autograd.grad((ToQuarters.apply(x) * scale).sum(), x)
print("gradient:", gradient.numpy())
