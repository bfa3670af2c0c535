import torch
from torch import nn
import numpy as np

from inputs import biases, heads, in_bias, in_weight, kernels
from inputs import out_bias, out_kernel, out_weight, size, tokens, valid

attention = nn.MultiheadAttention(heads * size, heads, batch_first=True)
x = torch.from_numpy(tokens)


def load(*arrays):
    tensors = map(torch.from_numpy, arrays)
    attention.load_state_dict(dict(zip(attention.state_dict(), tensors)))


flat = [kernel.reshape(6, heads * size).T for kernel in kernels]
moved = out_kernel.reshape(heads * size, 6).T
load(np.concatenate(flat), np.ravel(biases), moved, out_bias)
later = torch.ones(5, 5, dtype=torch.bool).triu(diagonal=1)
output, _ = attention(x, x, x, attn_mask=later)

# A mask says which keys must not be seen.
padding = ~torch.from_numpy(valid)
padded, _ = attention(x, x, x, key_padding_mask=padding)

# PyTorch's own weights need no change.
load(in_weight, in_bias, out_weight, out_bias)
output_back, _ = attention(x, x, x, attn_mask=later)

print("weights:", [tuple(weight.shape) for weight in attention.parameters()])
print("causal:", output[0, 0, :4].detach().numpy().round(4))
print("padded:", padded[0, 0, :4].detach().numpy().round(4))
