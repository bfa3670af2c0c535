import keras
import numpy as np

model = keras.Sequential(
    [keras.layers.Conv2D(8, 3), keras.layers.GlobalAveragePooling2D()]
)
model.build((None, 32, 32, 3))
images = np.zeros((16, 3, 32, 32), "float32")  # as PyTorch has them


def wrong():
    model.predict(images, verbose=0)


def right():
    last = np.transpose(images, (0, 2, 3, 1))
    assert model.predict(last, verbose=0).shape == (16, 8)
