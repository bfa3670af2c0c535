import keras
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

from inputs import bias, features, kernel


class Gate(keras.Model):
    def __init__(self):
        super().__init__()
        self.dropout = keras.layers.Dropout(0.5)
        self.dense = keras.layers.Dense(5, activation="sigmoid")

    def call(self, x, training=False):
        return self.dense(self.dropout(x, training=training))


model = Gate()
x = features
model(x)  # makes the weights, and tells export the shape
model.dense.set_weights([kernel, bias])

# For a server: a SavedModel
model.export("saved_model", verbose=False)
# For a device: a LiteRT file
model.export("model.tflite", format="litert", verbose=False)
del Gate, model

loaded = tf.saved_model.load("saved_model")
output = loaded.serve(x)
output_of_one = loaded.serve(x[:1])

method = Interpreter("model.tflite").get_signature_runner()
(name,) = method.get_input_details()
output_device = method(**{name: x})["output_0"]

print("server:", output[0].numpy().round(4))
print("device:", output_device[0].round(4))
