import keras
from keras import layers, optimizers

from inputs import bias, features, kernel, start, targets

dense = layers.Dense(6)
model = keras.Sequential([keras.Input((8,)), dense])
dense.set_weights([kernel, bias])

# Two factors are added and the kernel is frozen; the bias is not.
dense.enable_lora(rank=2, lora_alpha=8)  # added with 8 / 2 = 4
dense.lora_kernel_a.assign(start)
dense.bias.trainable = False
at_start = model(features)

model.compile(optimizers.SGD(0.05), "mse")
model.fit(features, targets, batch_size=20, epochs=10, verbose=0)
first, second = dense.lora_kernel_a, dense.lora_kernel_b
output = model(features)

# Saving merges: the loaded kernel is the sum, and both factors are zero.
model.save("merged.keras")
loaded = keras.models.load_model("merged.keras")
again = loaded.layers[0]
merged = keras.ops.copy(again.kernel)

# So the loaded adapter gets no gradient, and does not train on.
again.bias.trainable = False
loaded.fit(features, targets, batch_size=20, epochs=3, verbose=0)
moved = keras.ops.max(keras.ops.abs(again.kernel - merged))
trains_on = bool(moved > 0)

print("trained:", [variable.name for variable in model.trainable_variables])
print("at the start:", at_start[0, :4].numpy().round(4))
print("adapted:     ", output[0, :4].numpy().round(4))
print("merged:", merged[1, :4].numpy().round(4))
print("alpha after loading:", again.lora_alpha)
print("trains on after loading:", trains_on)
