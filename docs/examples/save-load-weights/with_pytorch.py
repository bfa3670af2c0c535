import pickle

import torch
from torch import nn

from inputs import features, weights


def make():
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))


model, x = make(), torch.from_numpy(features)
tensors = [torch.from_numpy(array.T) for array in weights]
model.load_state_dict(dict(zip(model.state_dict(), tensors)))
expected = model(x)

# The weights alone: the code that makes the model is needed again.
torch.save(model.state_dict(), "model.pt")
restored = make()
restored.load_state_dict(torch.load("model.pt"))
output = restored(x)
bit_for_bit = (output == expected).all()

# The model and its weights: no code of yours is needed.
torch.export.save(torch.export.export(model, (x,)), "model.pt2")
whole = torch.export.load("model.pt2").module()
output_whole = whole(x)

# A file that could bring its own code is refused.
torch.save(model, "risky.pt")
try:
    torch.load("risky.pt")
except pickle.UnpicklingError as error:
    refused_with = type(error).__name__

print("output:", output[0].detach().numpy().round(4))
print("equal bit for bit:", bit_for_bit.item())
print("refused with:", refused_with)
