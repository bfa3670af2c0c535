import keras
import numpy as np

series = np.ones((2, 10, 3))


def wrong():
    model = keras.Sequential([keras.layers.LSTM(8), keras.layers.LSTM(4)])
    model(series)


def right():
    model = keras.Sequential(
        [keras.layers.LSTM(8, return_sequences=True), keras.layers.LSTM(4)]
    )
    assert model(series).shape == (2, 4)
