# Without zero_grad(), each backward() adds to the gradients before it.
weight = torch.tensor(start, requires_grad=True)
bias = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([weight, bias], lr=0.4)
history = []
for _ in range(15):
    loss = ((x @ weight + bias - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    history.append(round(loss.item(), 3))
print("every other loss:", history[::2])
print("weight:", weight.detach().numpy().round(4))
