import keras
import numpy as np

inputs, labels = np.ones((8, 4)), np.ones((8, 1))


def train(optimizer):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer, "mse")
    model.fit(inputs, labels, verbose=0)
    return model


def wrong():
    optimizer = keras.optimizers.Adam()
    for _ in range(2):
        train(optimizer)


def right():
    models = [train(keras.optimizers.Adam()) for _ in range(2)]
    assert models[0].optimizer is not models[1].optimizer
