import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
data = tf.lite.TFLiteConverter.from_keras_model(model).convert()
inputs = np.ones((1, 4), "float32")


def wrong():
    interpreter = Interpreter(model_content=data)
    place = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(place, inputs)


def right():
    interpreter = Interpreter(model_content=data)
    interpreter.allocate_tensors()
    place = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(place, inputs)
    interpreter.invoke()
    place = interpreter.get_output_details()[0]["index"]
    assert interpreter.get_tensor(place).shape == (1, 2)
