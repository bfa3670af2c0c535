import keras
import numpy as np

inputs, labels = np.ones((8, 4)), np.ones((8, 1))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])


def wrong():
    model.fit(inputs, labels, verbose=0)


def right():
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, labels, verbose=0)
    assert model.predict(inputs, verbose=0).shape == (8, 1)
