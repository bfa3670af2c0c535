import keras
import numpy as np

inputs, labels = np.ones((8, 4)), np.arange(8) % 3
model = keras.Sequential(
    [keras.Input((4,)), keras.layers.Dense(3, activation="softmax")]
)


def wrong():
    model.compile("sgd", "categorical_crossentropy")
    model.fit(inputs, labels, verbose=0)


def right():
    model.compile("sgd", "sparse_categorical_crossentropy")
    sparse = model.evaluate(inputs, labels, verbose=0)
    model.compile("sgd", "categorical_crossentropy")
    one_hot = keras.utils.to_categorical(labels)
    assert abs(model.evaluate(inputs, one_hot, verbose=0) - sparse) < 1e-6
