from keras import layers

from inputs import backward, backward_torch, forward, forward_torch
from inputs import sequences, units

lstm = layers.LSTM(units, return_sequences=True)
lstm.build(sequences.shape)
both = layers.Bidirectional(layers.LSTM(units, return_sequences=True))
both.build(sequences.shape)

lstm.set_weights(forward)
output = lstm(sequences)
both.set_weights(forward + backward)
output_both = both(sequences)


# The other way: transpose, and add the two biases.
def moved(w_ih, w_hh, b_ih, b_hh):
    return [w_ih.T, w_hh.T, b_ih + b_hh]


lstm.set_weights(moved(*forward_torch))
output_back = lstm(sequences)
both.set_weights(moved(*forward_torch) + moved(*backward_torch))
output_both_back = both(sequences)

print("weights:", [tuple(weight.shape) for weight in lstm.weights])
print("last step:", output[0, -1].numpy().round(4))
print("bidirectional:", tuple(output_both.shape))
