import torch
from torch import nn

from inputs import samples, weights

model = nn.Sequential(
    nn.Linear(1024, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Linear(32, 5)
)
kernel_1, *rest, kernel_2, bias_2 = weights
arrays = [kernel_1.T, *rest, 0, kernel_2.T, bias_2]
tensors = [torch.tensor(array) for array in arrays]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
x = torch.from_numpy(samples)
model.eval()

# The same samples: all at once, one by one, and in batches of 7.
with torch.no_grad():
    together = model(x)
    alone = torch.cat([model(row[None]) for row in x])
    in_sevens = torch.cat([model(batch) for batch in x.split(7)])

last_bits_differ = bool((together != alone).any())
nearly = torch.allclose(together, alone, rtol=1e-4, atol=1e-5)

# In training mode a sample also depends on its neighbours.
with torch.no_grad():
    with_others = model.train()(x[:32])[0]

print("alone:   ", alone[0].numpy().round(4))
print("together:", together[0].numpy().round(4))
print("last bits differ:", last_bits_differ)
print("equal within a tolerance:", nearly)
print("in training mode:", with_others.numpy().round(4))
