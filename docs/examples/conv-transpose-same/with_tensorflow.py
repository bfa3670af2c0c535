import keras
import tensorflow as tf
from keras import layers

from inputs import bias, image, kernels, torch_kernel

x = tf.constant(image)


def upsample(size):
    layer = layers.Conv2DTranspose(3, size, strides=2, padding="same")
    layer.build(image.shape)
    layer.set_weights([kernels[size], bias])
    return layer(x)


size_3, size_4, size_5 = upsample(3), upsample(4), upsample(5)

# The way back: a layer that was trained with padding=1, output_padding=1.
model = keras.Sequential(
    [
        keras.Input(image.shape[1:]),
        layers.Conv2DTranspose(3, 3, strides=2, padding="valid"),
        layers.Cropping2D(((1, 0), (1, 0))),  # the first row and column
    ]
)
model.set_weights([torch_kernel.transpose(2, 3, 1, 0), bias])
back = model(x)

print("4 x 5 becomes:", size_3.shape[1:3])
print("size 3:", size_3[0, 0, :4, 0].numpy().round(4))
print("size 4:", size_4[0, 0, :4, 0].numpy().round(4))
print("size 5:", size_5[0, 0, :4, 0].numpy().round(4))
print("back:  ", back[0, 0, :4, 0].numpy().round(4))
