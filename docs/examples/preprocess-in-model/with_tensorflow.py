import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter
from keras import layers

from inputs import bias, conv_bias, conv_kernel, kernel, photos

network = keras.Sequential(
    [
        keras.Input((12, 12, 3)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3),
    ]
)
network.set_weights([conv_kernel, conv_bias, kernel, bias])

# What comes before the network goes into the file with it.
model = keras.Sequential(
    [
        keras.Input((24, 32, 3), dtype="uint8"),
        layers.Rescaling(1 / 127.5, offset=-1),
        layers.Resizing(12, 12, interpolation="bilinear"),
        network,
    ]
)
expected = model(photos)
model.export("model.tflite", format="litert", verbose=False)


def run(file, images):
    runner = Interpreter(file).get_signature_runner()
    ((name, details),) = runner.get_input_details().items()
    outputs = [runner(**{name: image[None]})["output_0"] for image in images]
    return np.concatenate(outputs), np.dtype(details["dtype"]).name


output, file_takes = run("model.tflite", photos)

print("framework:", expected[0].numpy().round(4))
print("file:     ", output[0].round(4))
print("the file takes:", file_takes)
