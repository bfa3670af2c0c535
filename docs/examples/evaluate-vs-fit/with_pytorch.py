import torch
import torch.nn.functional as F
from torch import nn

from inputs import features, kernel, targets

x, y = torch.from_numpy(features), torch.from_numpy(targets)
norm = nn.BatchNorm1d(4, momentum=0.01)  # Keras keeps 0.99
model = nn.Sequential(norm, nn.Linear(4, 1, bias=False))
model[1].load_state_dict({"weight": torch.tensor(kernel.T)})
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def penalty():
    return 0.01 * model[1].weight.square().sum()


# While it learns: a mean over batches, each before its step.
epochs = []
for _ in range(4):
    total = 0.0
    for batch_x, batch_y in zip(x.split(16), y.split(16)):
        optimizer.zero_grad()
        loss = F.mse_loss(model(batch_x), batch_y) + penalty()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch_x)
    epochs.append(total / len(x))
running = torch.tensor(epochs)

# PyTorch's running variance is over n - 1: scale what 12 batches brought.
kept = 0.99**12
norm.running_var = kept + (norm.running_var - kept) * 15 / 16

# What it has learned: one set of weights, in inference mode.
model.eval()
with torch.no_grad():
    error = F.mse_loss(model(x), y)
    evaluated = error + penalty()
    penalty = penalty()

    # The same weights with the statistics of the batch, as in training.
    by_batch_statistics = F.mse_loss(model.train()(x), y)

print("epochs:", running.numpy().round(4))
print("evaluated:", round(evaluated.item(), 4))
print("  without the penalty:", round(error.item(), 4))
print("  and with the batch's statistics:", end=" ")
print(round(by_batch_statistics.item(), 4))
