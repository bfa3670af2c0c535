# TODO Get it wrong the way people do, and say in one line what is wrong.
output = torch.tensor(numbers) + 2.0

print("output:", output.numpy())
