import keras
from keras import activations, ops

from inputs import numbers

x = ops.convert_to_tensor(numbers)

# Three curves with one name: exact, by tanh, by sigmoid.
exact_gelu = activations.gelu(x)
tanh_gelu = activations.gelu(x, approximate=True)
quick_gelu = x * ops.sigmoid(1.702 * x)
bare_call_at_1 = round(float(ops.gelu(ops.ones(1))[0]), 5)

# Slope 1/6, and the slope 0.2 of Keras 2 and before.
hard_sigmoid = activations.hard_sigmoid(x)
old_hard_sigmoid = ops.clip(0.2 * x + 0.5, 0, 1)

# The slope or scale below zero is an argument: write it down.
leaky = activations.leaky_relu(x, negative_slope=0.2)
elu = activations.elu(x, alpha=0.5)
selu = activations.selu(x)

names = ["exact", "tanh", "quick"]
for name, gelu in zip(names, [exact_gelu, tanh_gelu, quick_gelu]):
    print(f"{name} GELU:", gelu[0, :4].numpy().round(4))
print("hard sigmoid:", hard_sigmoid[0, :4].numpy().round(4))
print("of Keras 2:  ", old_hard_sigmoid[0, :4].numpy().round(4))
print(f"GELU of 1, Keras {keras.__version__}:", bare_call_at_1)
