import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
data = tf.lite.TFLiteConverter.from_keras_model(model).convert()
table = np.ones((1, 4))  # float64


def wrong():
    interpreter = Interpreter(model_content=data)
    interpreter.allocate_tensors()
    place = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(place, table)


def right():
    interpreter = Interpreter(model_content=data)
    interpreter.allocate_tensors()
    details = interpreter.get_input_details()[0]
    interpreter.set_tensor(details["index"], table.astype(details["dtype"]))
    interpreter.invoke()
    place = interpreter.get_output_details()[0]["index"]
    assert np.allclose(interpreter.get_tensor(place), model(table))
