import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch

# The second column is constant; the third has a hole.
table = np.array([[1, 5, 2], [2, 5, np.nan], [3, 5, 4]], dtype="float32")
print("holes by column:", np.isnan(table).sum(axis=0))
full = np.where(np.isnan(table), np.nanmean(table, axis=0), table)

layer = keras.layers.Normalization()
layer.adapt(full)
in_keras = np.asarray(layer(full))

x = torch.tensor(full)
by_hand = (x - x.mean(0)) / x.std(0, correction=0)
guarded = (x - x.mean(0)) / x.std(0, correction=0).clamp(min=1e-7)

print("Keras's Normalization:", in_keras[0].round(2))
print("by hand:", by_hand[0].numpy().round(2))
print("by hand, guarded:", guarded[0].numpy().round(2))
assert by_hand[:, 1].isnan().all()
assert np.allclose(in_keras, guarded.numpy(), atol=1e-6)
