import keras
import tensorflow as tf
from keras import layers
from keras.applications import densenet, mobilenet_v2, resnet50, vgg16

from inputs import conv_kernel, images, kernel

x = tf.constant(images, "float32")

# Each family of networks has a function of this name, and three rules.
torch_mode = densenet.preprocess_input(x)
tf_mode = mobilenet_v2.preprocess_input(x)
caffe_mode = vgg16.preprocess_input(x)

# What the ResNet50 of this catalogue is given for a white pixel.
white = resnet50.preprocess_input(tf.fill([1, 1, 3], 255.0))
white_pixel = round(float(white[0, 0, 0]), 4)

model = keras.Sequential(
    [
        keras.Input((8, 8, 3)),
        layers.Conv2D(4, 3, use_bias=False, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(5, use_bias=False),
    ]
)
model.set_weights([conv_kernel, kernel])
scores = model(caffe_mode)

print("first pixel, RGB:", images[0, 0, 0])
print("torch mode:", torch_mode[0, 0, 0].numpy().round(3))
print("tf mode:   ", tf_mode[0, 0, 0].numpy().round(3))
print("caffe mode:", caffe_mode[0, 0, 0].numpy().round(3))
print("white pixel for ResNet50:", white_pixel)
print("scores:", scores[0].numpy().round(4))
