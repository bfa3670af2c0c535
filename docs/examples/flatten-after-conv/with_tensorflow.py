import keras
from keras import layers

from inputs import bias, conv_kernel, images, kernel, weight

conv = layers.Conv2D(2, 3, use_bias=False)
dense = layers.Dense(5)
model = keras.Sequential(
    [keras.Input((5, 6, 1)), conv, layers.Flatten(), dense]
)
conv.set_weights([conv_kernel])

dense.set_weights([kernel, bias])
output = model(images)

# The other way: the columns of PyTorch count channel, height, width.
per_pixel = weight.reshape(5, 2, 3, 4)  # out, channel, height, width
moved = per_pixel.transpose(2, 3, 1, 0).reshape(24, 5)
dense.set_weights([moved, bias])
output_back = model(images)

print("map:", tuple(conv.output.shape[1:]))
print("output:", output[0].numpy().round(4))
print("output back:", output_back[0].numpy().round(4))
