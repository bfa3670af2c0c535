import torch
from torch.optim import SGD, lr_scheduler

from inputs import fall, val_losses, warm_up, warm_up_rates

first, peak = warm_up_rates.values()


def rates_used(make_schedule, steps, every=1):
    """How far a weight moves at each step, with a gradient of 1."""
    weight, moved = torch.zeros(1, requires_grad=True), []
    optimizer = SGD([weight], lr=peak)
    schedule = make_schedule(optimizer)
    weight.grad = torch.ones(1)
    for step in range(1, steps + 1):
        before = weight.detach().clone()
        optimizer.step()
        moved.append((before - weight.detach())[0])
        if step % every == 0:
            schedule.step()  # after the optimiser's
    return torch.stack(moved)


# The schedule changes the rate of the optimiser each time you call it.
def warm_cosine(optimizer):
    start = lr_scheduler.LinearLR(optimizer, first / peak, total_iters=warm_up)
    cosine = lr_scheduler.CosineAnnealingLR(optimizer, fall)
    return lr_scheduler.SequentialLR(optimizer, [start, cosine], [warm_up])


rates = rates_used(warm_cosine, 13)
after_the_end = round(rates_used(warm_cosine, 15)[14].item(), 4)

stairs = rates_used(lambda opt: lr_scheduler.StepLR(opt, 4, 0.5), 10)

# By plateau: a schedule whose `step` takes the loss.
optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=torch.tensor(peak))
plateau = lr_scheduler.ReduceLROnPlateau(
    optimizer, factor=0.5, patience=1, threshold=0.01, threshold_mode="abs"
)
plateau_rates = []
for loss in val_losses:
    plateau.step(loss)
    plateau_rates.append(optimizer.param_groups[0]["lr"].clone())
by_plateau = torch.stack(plateau_rates)

print("warm-up:", rates[:5].numpy().round(4))
print("cosine: ", rates[5:].numpy().round(4))
print("two steps after the end:", after_the_end)
print("stairs: ", stairs.numpy().round(4))
print("plateau:", by_plateau.numpy().round(4))
