import keras

from inputs import bias, features, kernel, weight

layer = keras.layers.Dense(5)
layer.build(features.shape)

layer.set_weights([kernel, bias])
output = layer(features)

# The other way: a weight from PyTorch.
layer.set_weights([weight.T, bias])
output_back = layer(features)

print("shape:", tuple(layer.kernel.shape))
print("output:", output[0].numpy().round(4))
