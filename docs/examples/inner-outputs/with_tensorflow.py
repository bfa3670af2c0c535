import keras
import tensorflow as tf
from keras import layers

from inputs import bias, conv_bias, conv_kernel, images, kernel

model = keras.Sequential(
    [
        keras.Input((8, 8, 2)),
        layers.Conv2D(4, 3, name="conv"),
        layers.ReLU(name="relu"),
        layers.GlobalAveragePooling2D(name="pooled"),
        layers.Dense(5, name="scores"),
    ]
)
model.set_weights([conv_kernel, conv_bias, kernel, bias])

# A second model on the same layers, with more outputs.
names = ["conv", "relu", "pooled"]
inner = keras.Model(
    model.inputs[0], {name: model.get_layer(name).output for name in names}
)
outputs = inner(images)
conv, relu, pooled = (outputs[name] for name in names)

# The slope of a score by an inner output, as in Grad-CAM.
rest = keras.Model(model.get_layer("conv").output, model.outputs[0])
with tf.GradientTape() as tape:
    tape.watch(conv)
    score = tf.reduce_sum(rest(conv)[:, 1])
slope = tape.gradient(score, conv)

print("conv:  ", conv[0, 0, 0].numpy().round(4))
print("relu:  ", relu[0, 0, 0].numpy().round(4))
print("pooled:", pooled[0].numpy().round(4))
print("slope: ", slope[0, 0, 0].numpy().round(4))
