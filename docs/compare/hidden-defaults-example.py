import inspect
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
from keras import layers, optimizers
from torch import nn, optim


def default(function, name):
    return inspect.signature(function).parameters[name].default


table = [
    (layers.BatchNormalization, "momentum", nn.BatchNorm1d, "momentum"),
    (layers.LayerNormalization, "epsilon", nn.LayerNorm, "eps"),
    (layers.LeakyReLU, "negative_slope", nn.LeakyReLU, "negative_slope"),
    (optimizers.SGD, "learning_rate", optim.SGD, "lr"),
    (optimizers.Adam, "epsilon", optim.Adam, "eps"),
    (optimizers.AdamW, "weight_decay", optim.AdamW, "weight_decay"),
    (optimizers.RMSprop, "rho", optim.RMSprop, "alpha"),
]
found = []
for keras_part, keras_name, torch_part, torch_name in table:
    pair = default(keras_part, keras_name), default(torch_part, torch_name)
    found.append(pair)
    name = keras_part.__name__
    print(f"{name} {keras_name} {pair[0]}, PyTorch {torch_name} {pair[1]}")
assert found == [
    (0.99, 0.1),
    (1e-3, 1e-5),
    (0.3, 0.01),
    (0.01, 1e-3),
    (1e-7, 1e-8),
    (4e-3, 1e-2),
    (0.9, 0.99),
]

dense = layers.Dense(50)
dense.build((None, 100))
linear = nn.Linear(100, 50)
zero = not keras.ops.any(dense.bias), not linear.bias.any()
print("new bias all zero: Dense", bool(zero[0]), "Linear", bool(zero[1]))
assert zero == (True, False)
assert default(optimizers.Adam, "learning_rate") == default(optim.Adam, "lr")
