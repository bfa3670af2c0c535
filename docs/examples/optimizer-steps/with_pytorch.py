import torch
import torch.nn.functional as F
from torch import optim

from inputs import features, start, targets

recipes = {
    "SGD": lambda w: optim.SGD(w, 0.1),
    "momentum": lambda w: optim.SGD(w, 0.1, momentum=0.9),
    "Nesterov": lambda w: optim.SGD(w, 0.1, momentum=0.9, nesterov=True),
    "Adam": lambda w: optim.Adam(w, 0.01, eps=1e-8),
    "AdamW": lambda w: optim.AdamW(w, 0.01, weight_decay=0.01, eps=1e-8),
    "RMSprop": lambda w: optim.RMSprop(w, 0.1, alpha=0.9, eps=1e-8),
    "Adagrad": lambda w: optim.Adagrad(w, 0.1, initial_accumulator_value=0.1),
    "cosine": lambda w: optim.SGD(w, 0.1),
}
x, y = torch.from_numpy(features), torch.from_numpy(targets)


def descend(recipe, decay=False):
    w = torch.tensor(start, requires_grad=True)
    optimizer = recipe([w])
    schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=20)
    for _ in range(20):
        optimizer.zero_grad()
        F.mse_loss(x @ w, y).backward()
        optimizer.step()
        if decay:
            schedule.step()
    return w.detach().numpy()[:, 0]


ends = {
    name: descend(recipe, decay=name == "cosine")
    for name, recipe in recipes.items()
}

# Epsilon is added at another place of the formula.
wide = descend(lambda w: optim.Adam(w, 0.01, eps=0.1))
first_weight_wide_epsilon = round(float(wide[0]), 4)
rms = descend(lambda w: optim.RMSprop(w, 0.1, alpha=0.9, eps=0.1))
first_weight_rmsprop = round(float(rms[0]), 4)

for name, w in ends.items():
    print(f"{name:9}", w.round(4))
print("Adam, epsilon 0.1:", wide.round(4))
print("RMSprop, epsilon 0.1:", rms.round(4))
