import inspect
from pathlib import Path

import keras
import numpy
import tensorflow as tf
import torch

typed = {}
for package in (torch, tf, keras, numpy):
    folder = Path(package.__file__).parent
    typed[package.__name__] = (folder / "py.typed").is_file()
for name, marked in typed.items():
    print(f"{name:10} tells type checkers to read its types: {marked}")
assert typed["torch"] and not typed["tensorflow"] and not typed["keras"]


def hints(layer):
    parameters = inspect.signature(layer).parameters.values()
    empty = inspect.Parameter.empty
    return sum(parameter.annotation is not empty for parameter in parameters)


counts = hints(torch.nn.Linear), hints(keras.layers.Dense)
print("type hints: torch.nn.Linear", counts[0], "keras.layers.Dense", counts[1])
assert counts[0] > counts[1] == 0

loader = type(tf.keras).__name__
print("tf.keras is no plain module but a", loader)
assert loader == "KerasLazyLoader"
