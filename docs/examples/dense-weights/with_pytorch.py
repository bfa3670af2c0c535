import torch

from inputs import bias, features, kernel, weight

layer = torch.nn.Linear(3, 5)
x = torch.from_numpy(features)
b = torch.from_numpy(bias)

layer.load_state_dict({"weight": torch.from_numpy(kernel.T), "bias": b})
output = layer(x)

# The other way: PyTorch's own weight needs no change.
layer.load_state_dict({"weight": torch.from_numpy(weight), "bias": b})
output_back = layer(x)

print("shape:", tuple(layer.weight.shape))
print("output:", output[0].detach().numpy().round(4))
