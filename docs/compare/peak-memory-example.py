import os
from pathlib import Path

import keras
import numpy as np

keras.utils.set_random_seed(7)
layers = [keras.layers.Dense(256, activation="relu") for _ in range(3)]
model = keras.Sequential([keras.Input((64,)), *layers])
batch = np.random.default_rng(7).normal(size=(8, 64)).astype("float32")
ways = {
    "predict": lambda: model.predict(batch, verbose=0),
    "predict_on_batch": lambda: model.predict_on_batch(batch),
    "a call": lambda: model(batch, training=False),
}


def megabytes() -> float:
    """Memory of this process, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


for name, way in ways.items():
    for _ in range(100):  # what the first calls build, they keep
        way()
    before = megabytes()
    for _ in range(300):
        way()
    grew = megabytes() - before
    print(f"{name}: 300 calls more, less than 10 MB more:", grew < 10)
    assert grew < 10
