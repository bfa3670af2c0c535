import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter
from keras import layers

from inputs import bias, conv_bias, conv_kernel, images, kernel

model = keras.Sequential(
    [
        keras.Input((8, 8, 2), name="image"),
        layers.Conv2D(4, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3),
    ]
)
model.set_weights([conv_kernel, conv_bias, kernel, bias])
expected = model(images)


# Keras keeps its own order: height, width, channels.
model.export("model.tflite", format="litert", verbose=False)


def run(file, images):
    runner = Interpreter(file).get_signature_runner()
    ((name, details),) = runner.get_input_details().items()
    shape = " ".join(map(str, details["shape_signature"]))
    outputs = [runner(**{name: image[None]})["output_0"] for image in images]
    return np.concatenate(outputs), f"{name}: {shape}"


output, file_input = run("model.tflite", images)

print("framework:", expected[0].numpy().round(4))
print("file:     ", output[0].round(4))
print("input of the file:", file_input)
