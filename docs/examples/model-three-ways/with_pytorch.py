import torch
from torch import nn
import torch.nn.functional as F

from inputs import features, weights

x = torch.from_numpy(features)
tensors = [torch.from_numpy(array.T) for array in weights]

# 1. A list of layers.
sequential = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2))
sequential.load_state_dict(dict(zip(sequential.state_dict(), tensors)))
output_sequential = sequential(x)

# 2. Functional: plain functions; you hold the weights yourself.
hidden = F.relu(F.linear(x, tensors[0], tensors[1]))
output_functional = F.linear(hidden, tensors[2], tensors[3])


# 3. A class: any Python on the way through.
class Network(nn.Module):
    def __init__(self):
        super().__init__()
        first = nn.Sequential(nn.Linear(3, 5), nn.ReLU())
        self.blocks = nn.ModuleList([first, nn.Linear(5, 2)])

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x


network = Network()
tensors_when_made = len(list(network.parameters()))
network.load_state_dict(dict(zip(network.state_dict(), tensors)))
output_class = network(x)
parameters = sum(p.numel() for p in network.parameters())

print("tensors when made:", tensors_when_made)
print("parameters:", parameters)
print("output:", output_class[0].detach().numpy().round(4))
