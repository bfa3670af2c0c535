import keras

from inputs import bias, features, kernel, targets


def train(optimizer, penalty=None):
    layer = keras.layers.Dense(1, kernel_regularizer=penalty)
    model = keras.Sequential([keras.Input((3,)), layer])
    model.set_weights([kernel, bias])
    model.compile(optimizer, "mse")
    model.fit(
        features, targets, batch_size=16, epochs=20, shuffle=False, verbose=0
    )
    return [layer.kernel.numpy(), layer.bias.numpy()]


# A penalty in the loss: 0.05 * sum(kernel ** 2), on the kernel alone.
penalty = keras.regularizers.L2(0.05)
penalised = train(keras.optimizers.SGD(0.05), penalty)
penalised_adam = train(keras.optimizers.Adam(0.05, epsilon=1e-8), penalty)

# Decay in the optimizer, beside the gradient; the bias is left out.
adamw = keras.optimizers.AdamW(0.05, weight_decay=0.1, epsilon=1e-8)
adamw.exclude_from_weight_decay(var_names=["bias"])
decayed = train(adamw)

# `weight_decay` of Adam: the same as AdamW.
adam = keras.optimizers.Adam(0.05, weight_decay=0.1, epsilon=1e-8)
adam.exclude_from_weight_decay(var_names=["bias"])
through_adam = train(adam)
adam_is_adamw = bool((through_adam[0] == decayed[0]).all())

print("L2 in the loss:", penalised[0][:, 0].round(4), penalised[1].round(4))
print("L2 and Adam:   ", penalised_adam[0][:, 0].round(4))
print("AdamW:         ", decayed[0][:, 0].round(4), decayed[1].round(4))
print("Adam:          ", through_adam[0][:, 0].round(4))
