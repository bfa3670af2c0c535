import torch

from inputs import features, target, weight

x, y = torch.from_numpy(features), torch.from_numpy(target)
w = torch.tensor(weight, requires_grad=True)
seen = []


def look(loss):  # stands for your print(loss) or breakpoint()
    seen.append(loss)
    print("look sees a", type(loss).__name__)


def step():
    loss = ((x @ w - y) ** 2).mean()
    look(loss)
    print(f"in the step: {loss.item():.4f}")
    (gradient,) = torch.autograd.grad(loss, w)
    with torch.no_grad():
        w.sub_(0.1 * gradient)
    return loss.detach()


losses = [step() for _ in range(3)]
times_seen = len(seen)
kind_seen = type(seen[0]).__name__

# Nothing to switch: the step is ordinary Python.
seen.clear()
[step() for _ in range(2)]
losses_seen = [loss.item() for loss in seen]
