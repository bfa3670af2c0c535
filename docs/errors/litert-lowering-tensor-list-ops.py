import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter


def model(batch):
    return keras.Sequential(
        [keras.Input((5, 4), batch_size=batch), keras.layers.LSTM(3)]
    )


trained = model(None)


def wrong():
    tf.lite.TFLiteConverter.from_keras_model(trained).convert()


def right():
    one = model(1)
    one.set_weights(trained.get_weights())
    data = tf.lite.TFLiteConverter.from_keras_model(one).convert()
    interpreter = Interpreter(model_content=data)
    interpreter.allocate_tensors()
    steps = np.ones((1, 5, 4), "float32")
    place = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(place, steps)
    interpreter.invoke()
    place = interpreter.get_output_details()[0]["index"]
    outputs = interpreter.get_tensor(place)
    assert np.allclose(outputs, trained(steps), atol=1e-5)
