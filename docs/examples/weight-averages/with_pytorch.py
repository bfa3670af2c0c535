import inspect

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from inputs import features, kernel, targets

default = inspect.signature(get_ema_multi_avg_fn).parameters["decay"]
default_decay = default.default

x, y = torch.from_numpy(features), torch.from_numpy(targets)
model = nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 1, bias=False))
model[1].load_state_dict({"weight": torch.tensor(kernel.T)})
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9))
swa = AveragedModel(model)  # a plain mean

for _ in range(3):
    for batch in range(0, 24, 8):
        optimizer.zero_grad()
        output = model(x[batch : batch + 8])
        F.mse_loss(output, y[batch : batch + 8]).backward()
        optimizer.step()
        ema.update_parameters(model)  # the first call copies
        swa.update_parameters(model)
last = model[1].weight.detach().T

average = ema.module[1].weight.detach().T
holds_average = torch.equal(model[1].weight.T, average)
mean = swa.module[1].weight.detach().T

# The statistics are those of the last step. PyTorch's variance is over
# n - 1, so scale what nine batches of 8 brought in.
norm, kept = ema.module[0], 0.9**9
statistics = norm.running_mean
norm.running_var = kept + (norm.running_var - kept) * 7 / 8
prediction = ema.eval()(x)[:, 0].detach()

print("default decay:", default_decay)
print("last step:", last[:, 0].numpy().round(4))
print("average:  ", average[:, 0].numpy().round(4))
print("the model holds the average:", holds_average)
print("prediction:", prediction[:3].numpy().round(4))
