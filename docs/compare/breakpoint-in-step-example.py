import io
import os
import pdb
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch


class Visitor(pdb.Pdb):
    def interaction(self, frame, traceback):
        loss = frame.f_locals.get("loss")
        stops.append("nothing" if loss is None else type(loss).__name__)
        self.set_continue()


def visit():
    Visitor(stdout=io.StringIO()).set_trace(sys._getframe(1))


stops = []
sys.breakpointhook = visit


class Model(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, x):
        return self.dense(x)

    def compute_loss(self, *args, **kwargs):
        loss = super().compute_loss(*args, **kwargs)
        breakpoint()
        return loss


def step(x, y):
    loss = ((x - y) ** 2).mean()
    breakpoint()
    return loss


x, y = np.ones((3, 2), "float32"), np.ones((3, 1), "float32")
for eagerly in (False, True):
    stops.clear()
    model = Model()
    model.compile("sgd", "mse", run_eagerly=eagerly)
    model.fit(x, y, batch_size=1, verbose=0)
    print(f"fit, run_eagerly={eagerly}, 3 steps:", *stops)
    assert set(stops) == {"EagerTensor" if eagerly else "SymbolicTensor"}
assert len(stops) == 3

compiled = torch.compile(step, backend="eager")
for title, run in (("PyTorch", step), ("torch.compile", compiled)):
    stops.clear()
    for _ in range(3):
        run(torch.ones(2), torch.zeros(2))
    print(f"{title}, 3 steps:", *stops)
    assert len(stops) == 3 and stops[1:] == ["Tensor", "Tensor"]
