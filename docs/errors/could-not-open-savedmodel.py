import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.save("model.keras")


def wrong():
    tf.saved_model.load("model.keras")


def right():
    model.export("exported", verbose=False)
    served = tf.saved_model.load("exported")
    assert served.serve(tf.ones((1, 4))).shape == (1, 2)
