import keras
import onnxruntime
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
x = images
expected = model(x)

model.export("model.onnx", format="onnx", verbose=False)

session = onnxruntime.InferenceSession("model.onnx")
(entry,) = session.get_inputs()
(output,) = session.run(None, {entry.name: x})
(output_of_one,) = session.run(None, {entry.name: x[:1]})
file_input = "x".join(map(str, entry.shape[1:]))

print("input:", entry.name, file_input)
print("framework:   ", expected[0].numpy().round(4))
print("ONNX Runtime:", output[0].round(4))
print("batch of one:", output_of_one[0].round(4))
