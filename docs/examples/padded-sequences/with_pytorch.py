import torch
from torch import nn
from torch.nn.utils import rnn

from inputs import bias, kernel, lengths, recurrent, sequences, valid

lstm = nn.LSTM(3, 4, batch_first=True)
x, sizes = torch.from_numpy(sequences), torch.from_numpy(lengths)
arrays = [kernel.T, recurrent.T, bias, 0 * bias]
tensors = map(torch.from_numpy, arrays)
lstm.load_state_dict(dict(zip(lstm.state_dict(), tensors)))

packed = rnn.pack_padded_sequence(
    x, sizes, batch_first=True, enforce_sorted=False
)
packed_output, (hidden, cells) = lstm(packed)
output, _ = rnn.pad_packed_sequence(packed_output, batch_first=True)
last, cell = hidden[-1], cells[-1]  # of the topmost layer

# Without packing: the step at the length.
plain, _ = lstm(x)
last_by_lengths = plain[torch.arange(3), sizes - 1]

# What is real is equal; what stands behind it is not.
steps = output[torch.from_numpy(valid)]
padding_repeats = bool((output[0, 4] == last[0]).all())

print("last of the first:", last[0].detach().numpy().round(4))
print("its third step:", output[0, 2].detach().numpy().round(4))
print("its fifth step:", output[0, 4].detach().numpy().round(4))
