from keras import layers
import numpy as np

from inputs import biases, heads, in_bias, in_weight, kernels
from inputs import out_bias, out_kernel, out_weight, size, tokens, valid

attention = layers.MultiHeadAttention(num_heads=heads, key_dim=size)
attention.build(tokens.shape, tokens.shape)

pairs = [array for pair in zip(kernels, biases) for array in pair]
attention.set_weights([*pairs, out_kernel, out_bias])
output = attention(tokens, tokens, use_causal_mask=True)

# A mask says which keys may be seen.
padded = attention(tokens, tokens, attention_mask=valid[:, None, :])

# The other way: weights from PyTorch.
pairs = []
for weight, bias in zip(np.split(in_weight, 3), np.split(in_bias, 3)):
    pairs += [weight.T.reshape(6, heads, size), bias.reshape(heads, size)]
moved = out_weight.T.reshape(heads, size, 6)
attention.set_weights([*pairs, moved, out_bias])
output_back = attention(tokens, tokens, use_causal_mask=True)

print("weights:", [tuple(weight.shape) for weight in attention.weights])
print("causal:", output[0, 0, :4].numpy().round(4))
print("padded:", padded[0, 0, :4].numpy().round(4))
