import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
samples = (np.ones((8, 4), "float32"), np.ones((8, 1), "float32"))
data = tf.data.Dataset.from_tensor_slices(samples).batch(4)


def wrong():
    model.fit(data, steps_per_epoch=8, shuffle=False, verbose=0)


def right():
    model.fit(data, shuffle=False, verbose=0)
    assert model.optimizer.iterations.numpy() >= 2
