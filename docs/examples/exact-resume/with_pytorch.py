import torch
import torch.nn.functional as F
from torch import nn
from torch.optim import Adam
from torch.optim.lr_scheduler import StepLR

from inputs import features, kernel, orders, targets

features, targets = torch.from_numpy(features), torch.from_numpy(targets)


def make():
    model = nn.Linear(4, 1, bias=False)
    model.load_state_dict({"weight": torch.tensor(kernel.T)})
    optimizer = Adam(model.parameters(), lr=0.1, eps=1e-7)
    # Half the rate after every 6 steps, which are two epochs.
    return model, optimizer, StepLR(optimizer, 6, 0.5)


def train(model, optimizer, schedule, epochs):
    for epoch in epochs:  # the order follows from the epoch
        for batch in torch.from_numpy(orders[epoch]).split(8):
            optimizer.zero_grad()
            F.mse_loss(model(features[batch]), targets[batch]).backward()
            optimizer.step()
            schedule.step()


straight = make()
train(*straight, range(4))
weights = straight[0].weight.detach().T

# Stop after two epochs. Each object gives its own part of the file.
half = make()
train(*half, range(2))
states = [part.state_dict() for part in half]
torch.save({"parts": states, "random": torch.get_rng_state()}, "half.pt")
ones = torch.ones(1, 64)
expected = F.dropout(ones)  # the first mask of what would have followed

saved = torch.load("half.pt")
model, *others = make()
for part, state in zip([model, *others], saved["parts"]):
    part.load_state_dict(state)
steps_done = others[0].state_dict()["state"][0]["step"].int()
train(model, *others, range(2, 4))
resumed = model.weight.detach().T
bit_for_bit = (resumed == weights).all()

# Dropout: its masks come from one generator, whose state is in the file.
torch.set_rng_state(saved["random"])
dropout_goes_on = torch.equal(F.dropout(ones), expected)

print("straight:", weights[:, 0].numpy().round(4))
print("resumed: ", resumed[:, 0].numpy().round(4))
print("bit for bit:", bool(bit_for_bit), "after", steps_done.item(), "steps")
print("dropout goes on:", dropout_goes_on)
