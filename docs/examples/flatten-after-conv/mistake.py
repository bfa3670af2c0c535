# Transposed like any dense layer: every weight meets another pixel.
dense.load_state_dict({"weight": torch.from_numpy(kernel.T), "bias": bias})
output = model(x)

print("output:", output[0].detach().numpy().round(4))
