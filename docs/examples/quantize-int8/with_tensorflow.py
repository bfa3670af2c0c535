from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter
from keras import layers

from inputs import bias1, bias2, kernel1, kernel2, test, test_labels, train

x = keras.Input((64,), name="x")
hidden = layers.Dense(256, activation="relu")
model = keras.Sequential([x, hidden, layers.Dense(8)])
model.set_weights([kernel1, bias1, kernel2, bias2])


def calibration():  # typical inputs, from which the int8 ranges are taken
    for row in train[:100]:
        yield [row[None]]


def run(file, rows):
    classify = Interpreter(file).get_signature_runner()
    outputs = [classify(x=row[None])["output_0"] for row in rows]
    return np.concatenate(outputs)


model.export("float.tflite", format="litert", verbose=False)
model.export(
    "int8.tflite",
    format="litert",
    verbose=False,
    optimizations=[tf.lite.Optimize.DEFAULT],
    representative_dataset=calibration,
)

files = Path("float.tflite"), Path("int8.tflite")
logits_float, logits = [run(str(file), test) for file in files]
size_float, size = [file.stat().st_size for file in files]
output_float, output_int8 = logits_float[:3], logits[:3]
accuracy_float = float((logits_float.argmax(1) == test_labels).mean())
accuracy_int8 = float((logits.argmax(1) == test_labels).mean())
below_half = size < 0.5 * size_float

print("float:", output_float[0].round(2))
print("int8: ", output_int8[0].round(2))
print(f"accuracy: {accuracy_float:.2f} then {accuracy_int8:.2f}")
print("below half the size:", below_half)
