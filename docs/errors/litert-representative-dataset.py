import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
samples = np.random.default_rng(0).normal(size=(100, 4)).astype("float32")


def converter():
    made = tf.lite.TFLiteConverter.from_keras_model(model)
    made.optimizations = [tf.lite.Optimize.DEFAULT]
    made.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    return made


def wrong():
    converter().convert()


def right():
    made = converter()
    made.representative_dataset = lambda: ([row[None]] for row in samples)
    assert made.convert()[4:8] == b"TFL3"
