import torch._dynamo  # first, or Triton and TensorFlow collide
import warnings

import keras
import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(0)
y = rng.normal(size=100).astype("float32")  # (100,)
prediction = (y + 0.1)[:, None]  # (100, 1), as a layer of one unit gives it

with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    wrong = float(F.mse_loss(torch.tensor(prediction), torch.tensor(y)))
right = float(F.mse_loss(torch.tensor(prediction)[:, 0], torch.tensor(y)))
by_hand = float(((torch.tensor(prediction) - torch.tensor(y)) ** 2).mean())
in_keras = float(keras.losses.MeanSquaredError()(y[:, None], prediction))

print(f"PyTorch, (100, 1) and (100,): {wrong:.2f}, with {len(warned)} warning")
print(f"PyTorch, by hand: {by_hand:.2f}, without a warning")
print(f"PyTorch, equal shapes: {right:.2f}; Keras: {in_keras:.2f}")
assert wrong > 100 * right
assert by_hand == wrong
assert len(warned) == 1
assert np.isclose(right, in_keras)
