import torch
from torch import nn

from inputs import backward, backward_torch, forward, forward_torch
from inputs import sequences, units

lstm = nn.LSTM(3, units, batch_first=True)
both = nn.LSTM(3, units, batch_first=True, bidirectional=True)
x = torch.from_numpy(sequences)


# Transpose; the one bias of Keras goes in once, beside zeros.
def moved(kernel, recurrent, bias):
    return [kernel.T, recurrent.T, bias, 0 * bias]


def load(module, arrays):
    tensors = map(torch.from_numpy, arrays)
    module.load_state_dict(dict(zip(module.state_dict(), tensors)))


load(lstm, moved(*forward))
output, (hidden, cell) = lstm(x)
load(both, moved(*forward) + moved(*backward))
output_both, _ = both(x)

load(lstm, forward_torch)
output_back, _ = lstm(x)
load(both, forward_torch + backward_torch)
output_both_back, _ = both(x)

print("weights:", [tuple(weight.shape) for weight in lstm.parameters()])
print("last step:", output[0, -1].detach().numpy().round(4))
print("bidirectional:", tuple(output_both.shape))
