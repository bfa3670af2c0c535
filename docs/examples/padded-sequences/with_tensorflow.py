from keras import layers

from inputs import bias, kernel, recurrent, sequences, valid

lstm = layers.LSTM(4, return_sequences=True, return_state=True)
lstm.build(sequences.shape)
lstm.set_weights([kernel, recurrent, bias])

masked = layers.Masking()(sequences)  # a step of zeros is padding
output, last, cell = lstm(masked)

# A mask of your own, made from the lengths.
_, last_by_lengths, _ = lstm(sequences, mask=valid)

# What is real is equal; what stands behind it is not.
steps = output.numpy()[valid]
padding_repeats = bool((output[0, 4] == last[0]).numpy().all())

print("last of the first:", last[0].numpy().round(4))
print("its third step:", output[0, 2].numpy().round(4))
print("its fifth step:", output[0, 4].numpy().round(4))
