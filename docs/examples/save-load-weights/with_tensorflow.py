import keras
from keras import layers

from inputs import features, weights


def make():
    hidden = layers.Dense(8, activation="relu")
    return keras.Sequential([keras.Input((4,)), hidden, layers.Dense(3)])


model = make()
model.set_weights(weights)
expected = model(features).numpy()

# The weights alone: the code that makes the model is needed again.
model.save_weights("model.weights.h5")
restored = make()
restored.load_weights("model.weights.h5")
output = restored(features).numpy()
bit_for_bit = (output == expected).all()

# The model and its weights: no code of yours is needed.
model.save("model.keras")
whole = keras.saving.load_model("model.keras")
output_whole = whole(features)

# A file that could bring its own code is refused.
double = layers.Lambda(lambda x: 2 * x)
keras.Sequential([keras.Input((4,)), double]).save("risky.keras")
try:
    keras.saving.load_model("risky.keras")
except ValueError as error:
    refused_with = type(error).__name__

print("output:", output[0].round(4))
print("equal bit for bit:", bit_for_bit)
print("refused with:", refused_with)
