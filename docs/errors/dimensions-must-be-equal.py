import keras
import numpy as np

inputs, labels = np.ones((8, 4)), np.ones((8, 3))


def fitted(outputs):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(outputs)])
    model.compile("sgd", "mse")
    model.fit(inputs, labels, verbose=0)
    return model


def wrong():
    fitted(10)


def right():
    assert fitted(3).output_shape == (None, 3)
