# Reshaped instead of transposed: the shape fits, so nothing complains.
reshaped = torch.from_numpy(kernel.reshape(5, 3))
layer.load_state_dict({"weight": reshaped, "bias": b})
output = layer(x)

print("output:", output[0].detach().numpy().round(4))
