from pathlib import Path

import keras
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


def wrong():
    model.save("model.keras")
    Path("model.keras").rename("model.tflite")
    Interpreter(model_content=Path("model.tflite").read_bytes())


def right():
    data = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    assert data[4:8] == b"TFL3"
    Interpreter(model_content=data).allocate_tensors()
