import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from inputs import features, hidden, labels, output, zeros_2, zeros_8

x, y = torch.from_numpy(features), torch.from_numpy(labels)
loader = DataLoader(TensorDataset(x[:40], y[:40]), batch_size=16)

model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2))
weights = [hidden.T, zeros_8, output.T, zeros_2]
for parameter, value in zip(model.parameters(), weights):
    parameter.data = torch.tensor(value)
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)

losses, val_losses, val_accuracy = [], [], []
for _ in range(20):
    model.train()
    total = 0.0
    for batch_x, batch_y in loader:  # batches of 16, 16 and 8
        optimizer.zero_grad()
        loss = F.cross_entropy(model(batch_x), batch_y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch_y)  # a mean per sample, as Keras
    losses.append(total / 40)

    model.eval()
    with torch.no_grad():
        logits = model(x[40:])
        val_losses.append(F.cross_entropy(logits, y[40:]).item())
        hits = logits.argmax(dim=1) == y[40:]
        val_accuracy.append(hits.float().mean().item())

for epoch in (0, 9, 19):
    print(f"epoch {epoch + 1}: loss {losses[epoch]:.4f},", end=" ")
    print(f"held out {val_losses[epoch]:.4f} {val_accuracy[epoch]:.2f}")
