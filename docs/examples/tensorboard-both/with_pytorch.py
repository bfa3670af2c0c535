import torch
from tensorboard.backend.event_processing import event_accumulator
from torch.utils.tensorboard import SummaryWriter

from inputs import features, target, weight

x, y = torch.from_numpy(features), torch.from_numpy(target)
w = torch.tensor(weight, requires_grad=True)


def train_step():
    loss = ((x @ w - y) ** 2).mean()
    (gradient,) = torch.autograd.grad(loss, w)
    with torch.no_grad():
        w.sub_(0.1 * gradient)
    return loss.detach()


writer = SummaryWriter("logs/pytorch")
for step in range(5):
    loss = train_step()
    writer.add_scalar("train/loss", loss, global_step=step)
writer.close()

# Read the log back, as TensorBoard does.
log = event_accumulator.EventAccumulator("logs/pytorch").Reload()
(kind,) = [kind for kind, tags in log.Tags().items() if tags == ["train/loss"]]
events = log.Scalars("train/loss")
steps = [event.step for event in events]
losses = [event.value for event in events]

print("kept under:", kind)
print("steps:", steps)
print("losses:", [round(loss, 4) for loss in losses])
