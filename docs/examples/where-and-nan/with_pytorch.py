import torch

from inputs import amounts, others, points

amounts, points, others = map(torch.from_numpy, (amounts, points, others))


def gradient(function, array):
    x = torch.as_tensor(array).clone().requires_grad_()
    function(x).sum().backward()
    return x.grad


# x log x, and 0 where x is 0. The inner `where` gives log a harmless 1.
def x_log_x(x):
    safe = torch.where(x > 0, x, 1.0)
    return torch.where(x > 0, x * safe.log(), 0.0)


# The distance of two points, and 0 where they coincide.
def distance(x):
    square = ((x - others) ** 2).sum(dim=-1)
    safe = torch.where(square > 0, square, 1.0)
    return torch.where(square > 0, safe.sqrt(), 0.0)


values = x_log_x(amounts)
slope = gradient(x_log_x, amounts)
scale_slope = gradient(lambda scale: x_log_x(scale * amounts), [1.0])
distance_slope = gradient(distance, points)

# What the ready-made functions do at zero.
of_norm = gradient(lambda x: (x - others).norm(dim=-1), points)
norm_is_nan = bool(of_norm.isnan().any())
of_xlogy = gradient(lambda x: torch.xlogy(x, x), amounts)
xlogy_is_nan = bool(of_xlogy.isnan().any())

print("x log x: ", slope.numpy().round(4))
print("by scale:", scale_slope.numpy().round(4))
print("distance:", distance_slope[2:, 0].numpy().round(4))
print("norm:    ", of_norm[2:, 0].numpy().round(4))
print("xlogy:   ", of_xlogy.numpy().round(4))
