import torch
import torch.nn.functional as F

from inputs import numbers

x = torch.from_numpy(numbers)

# Three curves with one name: exact, by tanh, by sigmoid.
exact_gelu = F.gelu(x)
tanh_gelu = F.gelu(x, approximate="tanh")
quick_gelu = x * torch.sigmoid(1.702 * x)
bare_call_at_1 = round(F.gelu(torch.ones(1)).item(), 5)

# Slope 1/6, and the slope 0.2 of Keras 2 and before.
hard_sigmoid = F.hardsigmoid(x)
old_hard_sigmoid = torch.clip(0.2 * x + 0.5, 0, 1)

# The slope or scale below zero is an argument: write it down.
leaky = F.leaky_relu(x, negative_slope=0.2)
elu = F.elu(x, alpha=0.5)
selu = F.selu(x)

names = ["exact", "tanh", "quick"]
for name, gelu in zip(names, [exact_gelu, tanh_gelu, quick_gelu]):
    print(f"{name} GELU:", gelu[0, :4].numpy().round(4))
print("hard sigmoid:", hard_sigmoid[0, :4].numpy().round(4))
print("of Keras 2:  ", old_hard_sigmoid[0, :4].numpy().round(4))
print("GELU of 1:", bare_call_at_1)
