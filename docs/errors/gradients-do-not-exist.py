import keras
import numpy as np


class TwoHeads(keras.Model):
    def __init__(self):
        super().__init__()
        self.used = keras.layers.Dense(1)
        self.unused = keras.layers.Dense(1)

    def call(self, inputs):
        self.unused(inputs)
        return self.used(inputs)


inputs, labels = np.ones((8, 4)), np.ones((8, 1))


def wrong():
    model = TwoHeads()
    model.compile("sgd", "mse")
    model.fit(inputs, labels, verbose=0)


def right():
    model = TwoHeads()
    model.unused.trainable = False
    model.compile("sgd", "mse")
    model.fit(inputs, labels, verbose=0)
    assert len(model.trainable_variables) == 2
