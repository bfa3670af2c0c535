import torch

from inputs import batch, products, slopes


@torch.library.custom_op("pair::products", mutates_args=())
def paired(x: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(products(x.numpy()))


@torch.library.custom_op("pair::slopes", mutates_args=())
def paired_slopes(x: torch.Tensor, upstream: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(slopes(x.numpy(), upstream.numpy()))


def keep(ctx, inputs, output):
    ctx.save_for_backward(*inputs)


def backward(ctx, upstream):
    return paired_slopes(*ctx.saved_tensors, upstream)


paired.register_autograd(backward, setup_context=keep)
paired_slopes.register_fake(lambda x, upstream: torch.empty_like(x))


@torch.compile(backend="aot_eager", fullgraph=True)
def row_means(x):
    y = paired(x)
    return y.sum(dim=1) / y.shape[1]


x = torch.tensor(batch, requires_grad=True)
try:
    refused = str(row_means(x).shape)
except RuntimeError as error:
    refused = type(error).__name__

# The shape rule: half as many columns.
paired.register_fake(lambda x: x.new_empty(x.shape[0], x.shape[1] // 2))
torch.library.opcheck(paired, (x,))  # stops where something does not fit

output = row_means(x)
(gradient,) = torch.autograd.grad(output.square().sum(), x)
output_of_two = row_means(x[:2])

print("output:", output.detach().numpy().round(4))
print("gradient:", gradient[0].numpy().round(4))
print("without a shape rule:", refused)
