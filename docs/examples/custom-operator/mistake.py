# A rule from another operator: the result is as large as the input.
paired.register_fake(torch.empty_like)
torch.compiler.reset()
output = row_means(x)

print("output:", output.detach().numpy().round(4))
