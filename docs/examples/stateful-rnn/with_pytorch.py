import torch
import torch.nn.functional as F
from torch import nn

from inputs import bias, kernel, recurrent, texts, wanted

x, y = torch.from_numpy(texts), torch.from_numpy(wanted)
lstm = nn.LSTM(3, 5, batch_first=True)
arrays = [kernel.T, recurrent.T, bias, 0 * bias]  # the second bias is zero
tensors = map(torch.tensor, arrays)
lstm.load_state_dict(dict(zip(lstm.state_dict(), tensors)))

# The state comes out of each call; hand it to the next one, detached.
state = None
for part in (x[:, :4], x[:, 4:8]):
    _, state = lstm(part, state)
    state = tuple(tensor.detach() for tensor in state)
last_part, _ = lstm(x[:, 8:], state)
loss = F.mse_loss(last_part, y)

# The gradient ends where the part begins: the state is a constant.
(gradient,) = torch.autograd.grad(loss, lstm.weight_ih_l0)
gradient = gradient.T

# Other texts begin with an empty state, which is the default.
fresh, _ = lstm(x[:, 8:])

# The same in one call.
at_once = lstm(x)[0][:, 8:]

try:
    lstm(x[:1, :4], state)
except RuntimeError as error:
    other_batch = type(error).__name__

print("last part:", last_part[0, -1].detach().numpy().round(4))
print("at once:  ", at_once[0, -1].detach().numpy().round(4))
print("fresh:    ", fresh[0, -1].detach().numpy().round(4))
print("gradient: ", gradient[0, :5].numpy().round(4))
print("another batch size:", other_batch)
