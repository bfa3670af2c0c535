import keras
import numpy as np

image = np.zeros((1, 3, 3, 1), "float32")


def wrong():
    keras.layers.Conv2D(8, kernel_size=5)(image)


def right():
    same = keras.layers.Conv2D(8, kernel_size=5, padding="same")
    assert same(image).shape == (1, 3, 3, 8)
