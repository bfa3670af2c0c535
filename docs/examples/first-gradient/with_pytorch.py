import torch

from inputs import features, start, target

x, y = torch.tensor(features), torch.tensor(target)
weight = torch.tensor(start, requires_grad=True)
bias = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([weight, bias], lr=0.4)

history = []
for _ in range(15):
    optimizer.zero_grad()
    predicted = x @ weight + bias
    loss = ((predicted - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    history.append(loss.detach())

losses = torch.stack(history)
gradient = weight.grad

print("every other loss:", losses[::2].numpy().round(3))
print("last gradient:", gradient.numpy().round(4))
print("weight:", weight.detach().numpy().round(4))
