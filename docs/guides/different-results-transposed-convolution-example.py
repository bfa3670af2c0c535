import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from torch import nn

one = np.zeros((1, 3, 3, 1), "float32")
one[0, 1, 1] = 1  # one pixel, to see where it goes
up = keras.layers.Conv2DTranspose(
    1, 3, strides=2, padding="same", kernel_initializer="ones"
)
expected = np.asarray(up(one))[0, ..., 0]

x, kernel = torch.tensor(one)[..., 0], torch.ones(1, 1, 3, 3)
nearly = nn.ConvTranspose2d(1, 1, 3, 2, padding=1, output_padding=1)
whole = nn.ConvTranspose2d(1, 1, 3, 2)  # one row and column too many
for port in (nearly, whole):
    port.load_state_dict({"weight": kernel, "bias": torch.zeros(1)})
wrong = nearly(x).detach().numpy()[0]
right = whole(x).detach().numpy()[0, :-1, :-1]

for name, image in (("Keras", expected), ("wrong", wrong), ("right", right)):
    rows = np.flatnonzero(image.any(axis=1))
    print(f"{name}: shape {image.shape}, the pixel in rows {rows}")
assert wrong.shape == expected.shape
assert not np.array_equal(wrong, expected)
assert np.array_equal(right, expected)
