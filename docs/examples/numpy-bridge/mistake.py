# Without copy(), the array is the weight itself and follows its training.
weight = torch.nn.Parameter(torch.tensor(features))
before = weight.detach().numpy()

with torch.no_grad():
    weight -= 0.1 * torch.from_numpy(gradient)

print("before:", before[0].round(4))
