import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from torch import nn

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(8, 64)).astype("float32")
layer = keras.layers.Dense(64)  # as many outputs as inputs
expected = np.asarray(layer(x))
kernel, bias = map(torch.tensor, layer.get_weights())

port = nn.Linear(64, 64)
for name, weight in (("as it is", kernel), ("transposed", kernel.T)):
    port.load_state_dict({"weight": weight, "bias": bias})  # both fit
    output = port(torch.tensor(x)).detach().numpy()
    alike = np.corrcoef(output.ravel(), expected.ravel())[0, 1]
    print(f"kernel {name}: correlation with Keras {abs(alike):.1f}")
    assert np.allclose(output, expected, atol=1e-5) == (name == "transposed")
