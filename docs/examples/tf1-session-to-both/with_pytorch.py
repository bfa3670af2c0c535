import torch
from torch import nn

from inputs import bias, features, kernel, target

# Placeholders become tensors, variables become parameters.
x, y = torch.from_numpy(features), torch.from_numpy(target)
model = nn.Linear(4, 2)
weight = torch.from_numpy(kernel.T)
model.load_state_dict({"weight": weight, "bias": torch.from_numpy(bias)})
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


# A run of the session becomes a call.
def train_step():
    loss = ((model(x) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


losses = [train_step() for _ in range(3)]
torch.save(model.state_dict(), "model.pt")

# The checkpoint: read by name
old = torch.load("model.pt")
restored = nn.Linear(4, 2)
restored.load_state_dict(old)


def predict(x):
    return restored(x)


output = predict(x)

print("losses:", [round(loss, 4) for loss in losses])
print("names:", sorted(old))
print("output:", output[0].detach().numpy().round(4))
