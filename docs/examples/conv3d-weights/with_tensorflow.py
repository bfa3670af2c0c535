from keras import layers

from inputs import bias, kernel, up_kernel, up_weight, volume, weight

conv = layers.Conv3D(4, 3)
conv.build(volume.shape)
up = layers.Conv3DTranspose(4, 2, strides=2)
up.build(volume.shape)

conv.set_weights([kernel, bias])
output = conv(volume)

up.set_weights([up_kernel, bias])
upsampled = up(volume)

# The other way: PyTorch's weights.
conv.set_weights([weight.transpose(2, 3, 4, 1, 0), bias])
output_back = conv(volume)

up.set_weights([up_weight.transpose(2, 3, 4, 1, 0), bias])
upsampled_back = up(volume)

print("shapes:", tuple(output.shape), tuple(upsampled.shape))
print("output:", output[0, 0, 0, 0].numpy().round(4))
print("upsampled:", upsampled[0, 0, 0, 0].numpy().round(4))
