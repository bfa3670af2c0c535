import tensorflow as tf
from keras import layers

from inputs import between, input_masks, sequences, state_masks, units
from inputs import upper, weights


class GivenMasks(layers.LSTMCell):  # to compare: it does not draw its masks
    def get_dropout_mask(self, step_input):
        return list(input_masks)

    def get_recurrent_dropout_mask(self, step_input):
        return list(state_masks)


cell = GivenMasks(units, dropout=0.5, recurrent_dropout=0.5)
layer = layers.RNN(cell, return_sequences=True)
layer.build(sequences.shape)
layer.set_weights(weights)

inference = layer(sequences)
trained = layer(sequences, training=True)

# Dropout between two layers, drawn again at every step: a layer of its own.
top = layers.LSTM(units, return_sequences=True)
top.build(inference.shape)
top.set_weights(upper)
stacked = top(inference * between)

# Does dropout=0.5 do anything in a single layer?
single = layers.LSTM(units, dropout=0.5)
first = single(sequences, training=True)
second = single(sequences, training=True)
one_layer_drops = bool(tf.reduce_any(first != second))

print("inference:", inference[0, -1].numpy().round(4))
print("training: ", trained[0, -1].numpy().round(4))
print("two layers:", stacked[0, -1].numpy().round(4))
print("dropout=0.5 in one layer drops:", one_layer_drops)
