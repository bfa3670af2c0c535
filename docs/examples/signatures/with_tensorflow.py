import keras
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

from inputs import context, kernel, query

# Names of inputs come from Input, those of outputs from a dictionary.
left = keras.Input((4,), name="query")
right = keras.Input((4,), name="context")
dense = keras.layers.Dense(2, use_bias=False)
outputs = {"score": dense(left - 2 * right), "gap": left - right}
model = keras.Model({"query": left, "context": right}, outputs)
dense.set_weights([kernel])

model.export("saved_model", verbose=False)
model.export("model.tflite", format="litert", verbose=False)

served = tf.saved_model.load("saved_model").signatures["serving_default"]
results = served(query=tf.constant(query), context=tf.constant(context))
score, gap = results["score"], results["gap"]

device = Interpreter("model.tflite").get_signature_runner()
score_of_one = device(query=query[:1], context=context[:1])["score"]
file_order = " ".join(device.get_input_details())

# Without names: a list of outputs.
nameless = keras.Model([left, right], list(outputs.values()))
nameless.export("nameless", verbose=False)
found = tf.saved_model.load("nameless").signatures["serving_default"]
without_names = " ".join(sorted(found.structured_outputs))

print("score:", score[0].numpy().round(4))
print("inputs of the file:", file_order)
print("outputs without names:", without_names)
