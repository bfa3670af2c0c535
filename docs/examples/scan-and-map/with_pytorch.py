import torch

from inputs import decay, steps

x, decay = torch.tensor(steps, requires_grad=True), torch.tensor(decay)


def cell(state, step):
    return torch.tanh(decay * state + step)


def scan(function, steps, state):
    states = []
    for step in steps:
        state = function(state, step)
        states.append(state)
    return torch.stack(states)


# Each step needs the one before: a loop.
states = scan(cell, x, torch.zeros(2))
(gradient,) = torch.autograd.grad(states[-1].sum(), x)

# From the end to the start, as sums of future rewards are made.
later = scan(lambda later, now: now + decay * later, x.flip(0), torch.zeros(2))
returns = later.flip(0)

# No step needs another: vmap.
outer = torch.vmap(lambda step: torch.outer(step, step))(x)

# As long as a condition holds: while.
rounds, settled = torch.tensor(0), states[-1]
while settled.norm() > 0.01:
    rounds, settled = rounds + 1, decay * settled
has_scan = hasattr(torch, "scan")

print("last state:", states[-1].detach().numpy().round(4))
print("gradient of step 0:", gradient[0].numpy().round(4))
print("return of step 0:", returns[0].detach().numpy().round(4))
print("rounds:", rounds.item())
