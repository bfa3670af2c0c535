import warnings

import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter


class Doubler(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([3], tf.float32)])
    def double(self, x):
        return {"y": 2.0 * x}


module = Doubler()
converter = tf.lite.TFLiteConverter.from_concrete_functions(
    [module.double.get_concrete_function()], module
)
flatbuffer = converter.convert()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = tf.lite.Interpreter(model_content=flatbuffer)
message = " ".join(str(caught[0].message).split())
print(message.partition(". Please")[0])

new = Interpreter(model_content=flatbuffer)
x = np.array([1.0, 2.5, -3.0], dtype="float32")
before = old.get_signature_runner()(x=x)["y"]
after = new.get_signature_runner()(x=x)["y"]

print("tf.lite.Interpreter still runs:", before.tolist())
print("ai_edge_litert on the same file:", after.tolist())
print("equal, bit for bit:", np.array_equal(before, after))
assert "deprecated" in message and np.array_equal(before, after)
