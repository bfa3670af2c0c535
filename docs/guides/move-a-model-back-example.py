import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import torch
import torch.nn.functional as F
from move_a_model_original import build_keras, build_trained, pictures
from move_a_model_weights import to_keras, to_torch, twin_of

# There and back: every array is equal, bit for bit.
model, again = build_trained(), build_keras()
state = to_torch(model)
to_keras(state, again)
pairs = list(zip(model.get_weights(), again.get_weights(), strict=True))
assert all(np.array_equal(a, b) for a, b in pairs)
print(f"Keras, PyTorch, Keras: {len(pairs)} arrays equal, bit for bit")

# A model that PyTorch has trained further.
twin = twin_of(model).train()
optimizer = torch.optim.AdamW(twin.parameters(), 1e-3)
images, labels = pictures(32, seed=4)
x = torch.tensor(images).permute(0, 3, 1, 2)
for _ in range(5):
    optimizer.zero_grad()
    F.cross_entropy(twin(x), torch.tensor(labels)).backward()
    optimizer.step()
twin.eval()
to_keras(twin.state_dict(), again)
returned = to_torch(again)
for name, tensor in twin.state_dict().items():
    assert name.endswith("tracked") or torch.equal(tensor, returned[name])
print(f"PyTorch, Keras, PyTorch: {len(returned)} tensors equal, bit for bit")

with torch.no_grad():
    expected = twin(x).numpy()
found = again(images, training=False).numpy()
before = model(images, training=False).numpy()
near = 1e-5 * np.abs(expected).max()
assert np.abs(before - expected).max() > 1000 * near  # it has learnt
assert np.abs(found - expected).max() < near
print("outputs of both agree within 1e-5 of the largest")
