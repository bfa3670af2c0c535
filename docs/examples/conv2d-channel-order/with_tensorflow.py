from keras import layers

from inputs import images, bias
from inputs import kernel, up_kernel, depth_kernel
from inputs import weight, up_weight, depth_weight

conv = layers.Conv2D(4, 3)
up = layers.Conv2DTranspose(4, 3, strides=2, use_bias=False)
depth = layers.DepthwiseConv2D(3, depth_multiplier=2, use_bias=False)
for layer in (conv, up, depth):
    layer.build(images.shape)

conv.set_weights([kernel, bias])
output = conv(images)
up.set_weights([up_kernel])
up_output = up(images)
depth.set_weights([depth_kernel])
depth_output = depth(images)

# The other way: weights from PyTorch.
conv.set_weights([weight.transpose(2, 3, 1, 0), bias])
output_back = conv(images)
up.set_weights([up_weight.transpose(2, 3, 1, 0)])
up_output_back = up(images)
per_channel = depth_weight.reshape(3, 2, 3, 3)  # in, outputs per channel
depth.set_weights([per_channel.transpose(2, 3, 0, 1)])
depth_output_back = depth(images)

print("input:", images.shape)
print("kernels:", conv.kernel.shape, up.kernel.shape, depth.kernel.shape)
print("conv:", output[0, 0, 0].numpy().round(4))
print("transposed:", up_output[0, 0, 0].numpy().round(4))
print("depthwise:", depth_output[0, 0, 0].numpy().round(4))
