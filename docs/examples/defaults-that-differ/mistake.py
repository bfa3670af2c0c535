# The same names, with the defaults of PyTorch.
block = nn.Sequential(nn.LayerNorm(6), nn.LeakyReLU())
block_output = block(0.1 * x)

print("block:", block_output[0].detach().numpy().round(4))
