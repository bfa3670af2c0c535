import keras

from inputs import features, start, targets


def train(policy):
    layer = keras.layers.Dense(1, use_bias=False, dtype=policy)
    model = keras.Sequential([keras.Input((8,)), layer])
    layer.set_weights([start])
    model.compile(keras.optimizers.SGD(0.001), "mse")
    model.fit(
        features, targets, batch_size=64, epochs=200, shuffle=False, verbose=0
    )
    return model, layer


full, layer = train("float32")
kernel_full = layer.kernel.numpy()[:, 0]

# Computed in bfloat16, kept in float32.
mixed, layer = train("mixed_bfloat16")
kernel = layer.kernel.numpy()[:, 0]
output = mixed(features)
dtypes = [layer.kernel.dtype, output.dtype.name]

print("kernel, output:", *dtypes)
print("float32:", kernel_full[:4].round(2))
print("mixed:  ", kernel[:4].round(2))
