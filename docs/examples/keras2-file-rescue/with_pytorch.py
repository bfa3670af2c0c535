import h5py
import torch
from torch import nn

from inputs import features, weights, write_like_keras_2

write_like_keras_2("old.h5")


def read(layer):
    own = file["model_weights"][layer][layer]
    return {name: torch.from_numpy(own[name][()]) for name in own}


hidden, out = nn.Linear(4, 8), nn.Linear(8, 3)
norm = nn.BatchNorm1d(8, eps=1e-3)  # the default of Keras

# PyTorch takes arrays; h5py reads them by name.
with h5py.File("old.h5") as file:
    for layer, name in (hidden, "hidden"), (out, "out"):
        old = read(name)
        state = {"weight": old["kernel:0"].T, "bias": old["bias:0"]}
        layer.load_state_dict(state)
    old = read("norm")
    state = {"weight": old["gamma:0"], "bias": old["beta:0"]}
    state["running_mean"] = old["moving_mean:0"]
    state["running_var"] = old["moving_variance:0"]
    norm.load_state_dict(state, strict=False)  # no count of batches
    layers = file["model_weights"]
    names = {name: list(layers[name][name]) for name in weights}

model = nn.Sequential(hidden, nn.ReLU(), norm, out).eval()
output = model(torch.from_numpy(features)).detach().numpy()

print("weights of norm:", *names["norm"])
print("PyTorch:", output[0].round(4))
