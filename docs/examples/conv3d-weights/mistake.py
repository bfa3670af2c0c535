# .T reverses all axes: width, height, depth. A cube fits either way.
output = run(conv, kernel.T)

print("shape:", tuple(output.shape))
print("output:", output[0, 0, 0, 0].detach().numpy().round(4))
