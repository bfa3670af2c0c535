from keras import layers
import numpy as np

from inputs import bias, bias_hh, bias_ih, kernel, recurrent
from inputs import sequences, units, weight_hh, weight_ih

gru = layers.GRU(units, return_sequences=True)  # reset_after=True
gru.build(sequences.shape)


# The first two of the three gates change places.
def swap(gates):
    reset, update, candidate = np.split(gates, 3)
    return np.concatenate([update, reset, candidate])


gru.set_weights([kernel, recurrent, bias])
output = gru(sequences)

# The other way: weights from PyTorch.
biases = np.stack([swap(bias_ih), swap(bias_hh)])
gru.set_weights([swap(weight_ih).T, swap(weight_hh).T, biases])
output_back = gru(sequences)

print("weights:", [tuple(weight.shape) for weight in gru.weights])
print("last step:", output[0, -1].numpy().round(4))
