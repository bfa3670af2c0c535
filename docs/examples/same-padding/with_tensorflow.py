from keras import layers

from inputs import images, kernel

conv = layers.Conv2D(4, 3, strides=2, padding="same", use_bias=False)
conv.build(images.shape)
conv.set_weights([kernel])
output = conv(images)

pool = layers.AveragePooling2D(3, strides=1, padding="same")
pooled = pool(images)

# The other way: what PyTorch's padding=1 does.
valid = layers.Conv2D(4, 3, strides=2, use_bias=False)
padded = layers.ZeroPadding2D(1)(images)
valid.build(padded.shape)
valid.set_weights([kernel])
output_back = valid(padded)

print("shape:", tuple(output.shape))
print("same:", output[0, 0, 0].numpy().round(4))
print("padding=1:", output_back[0, 0, 0].numpy().round(4))
print("pooled corner:", pooled[0, 0, 0].numpy().round(4))
