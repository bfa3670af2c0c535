import numpy as np
from keras import layers

from inputs import depthwise_bias, depthwise_kernel, depthwise_weight
from inputs import grouped_bias, grouped_kernel, grouped_weight
from inputs import images, pointwise_bias, pointwise_kernel

layer = layers.DepthwiseConv2D(3, depth_multiplier=2)
layer.build(images.shape)
layer.set_weights([depthwise_kernel, depthwise_bias])
depthwise = layer(images)

# The other way: (8, 1, 3, 3) is 4 channels with 2 filters each.
kernel = depthwise_weight.reshape(4, 2, 3, 3).transpose(2, 3, 0, 1)
layer.set_weights([kernel, depthwise_bias])
depthwise_back = layer(images)

# Depthwise and 1 x 1 in one layer, with a single bias at the end.
layer = layers.SeparableConv2D(5, 3, depth_multiplier=2)
layer.build(images.shape)
layer.set_weights([depthwise_kernel, pointwise_kernel, pointwise_bias])
separable = layer(images)

layer = layers.Conv2D(6, 3, groups=2)
layer.build(images.shape)
layer.set_weights([grouped_kernel, grouped_bias])
grouped = layer(images)

kernel = np.transpose(grouped_weight, (2, 3, 1, 0))
layer.set_weights([kernel, grouped_bias])
grouped_back = layer(images)

print("depthwise:", depthwise[0, 0, 0, :4].numpy().round(4))
print("separable:", separable[0, 0, 0, :4].numpy().round(4))
print("grouped:  ", grouped[0, 0, 0, :4].numpy().round(4))
