import contextlib
import tempfile
from pathlib import Path

import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
from torch import nn

EPOCHS, STOP = 6, 3
x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)
folder = Path(tempfile.mkdtemp())


class Interrupt(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == STOP:
            raise InterruptedError


def train_keras(*callbacks):
    """A new process does the same: build, compile, fit with the callback."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.05), "mse")
    history = model.fit(
        x, y, epochs=EPOCHS, shuffle=False, verbose=0, callbacks=list(callbacks)
    )
    return model.get_weights()[0], history.epoch


whole, _ = train_keras()
backup = keras.callbacks.BackupAndRestore
with contextlib.suppress(InterruptedError):
    train_keras(backup(folder / "keras"), Interrupt())
resumed, epochs = train_keras(backup(folder / "keras"))
print("Keras goes on with epochs", epochs)
print(
    "Keras: same weights as without a stop:",
    np.allclose(whole, resumed, atol=1e-6),
)
assert epochs[0] == STOP and np.allclose(whole, resumed, atol=1e-6)


def train_torch(stop=EPOCHS, path=None):
    torch.manual_seed(0)
    model = nn.Linear(4, 1)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.05)
    first = 0
    if path and path.exists():
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["epoch"] + 1
    for epoch in range(first, stop):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(
            model(torch.from_numpy(x)), torch.from_numpy(y)
        )
        loss.backward()
        optimiser.step()
        if path:
            state = {
                "model": model.state_dict(),
                "optimiser": optimiser.state_dict(),
            }
            torch.save({**state, "epoch": epoch}, path)
    return model, first


whole, _ = train_torch()
train_torch(STOP, folder / "torch.pt")
resumed, first = train_torch(path=folder / "torch.pt")
same = torch.equal(whole.weight, resumed.weight)
print("PyTorch goes on with epoch", first)
print("PyTorch: same weights as without a stop:", same)
assert first == STOP and same
