import keras
import numpy as np

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.export("exported", verbose=False)
inputs = np.ones((1, 4), "float32")


def wrong():
    keras.models.load_model("exported")


def right():
    layer = keras.layers.TFSMLayer("exported", call_endpoint="serve")
    assert np.allclose(layer(inputs), model(inputs))
