import torch
from torch import nn
import numpy as np

from inputs import bias, bias_hh, bias_ih, kernel, recurrent
from inputs import sequences, units, weight_hh, weight_ih

gru = nn.GRU(3, units, batch_first=True)
x = torch.from_numpy(sequences)


# The first two of the three gates change places.
def swap(gates):
    update, reset, candidate = np.split(gates, 3)
    return np.concatenate([reset, update, candidate])


def load(arrays):
    tensors = map(torch.from_numpy, arrays)
    gru.load_state_dict(dict(zip(gru.state_dict(), tensors)))


load(map(swap, [kernel.T, recurrent.T, bias[0], bias[1]]))
output, hidden = gru(x)

# PyTorch's own weights need no change.
load([weight_ih, weight_hh, bias_ih, bias_hh])
output_back, hidden = gru(x)

print("weights:", [tuple(weight.shape) for weight in gru.parameters()])
print("last step:", output[0, -1].detach().numpy().round(4))
