import h5py
import keras
import tf_keras

from inputs import features, weights

# Yesterday: Keras 2, today in a package of its own, saves a model.
layers = tf_keras.layers
old = tf_keras.Sequential(
    [
        layers.Dense(8, activation="relu", input_shape=(4,), name="hidden"),
        layers.BatchNormalization(name="norm"),
        layers.Dense(3, name="out"),
    ]
)
for name, own in weights.items():
    old.get_layer(name).set_weights(list(own.values()))
old.compile("adam", "mse")
old.save("old.h5")
expected = old(features).numpy()

# Today: Keras 3 opens the file, without its training state.
model = keras.saving.load_model("old.h5", compile=False)
output = model(features).numpy()

# The weights by name, as h5py reads them
with h5py.File("old.h5") as file:
    layers = file["model_weights"]
    names = {name: list(layers[name][name]) for name in weights}

print("weights of norm:", *names["norm"])
print("Keras 2:", expected[0].round(4))
print("Keras 3:", output[0].round(4))

# The other two formats of Keras 2
for path in "old.keras", "old_folder":
    old.save(path)
    try:
        keras.saving.load_model(path, compile=False)
    except (TypeError, ValueError) as error:
        print(f"{path} in Keras 3:", type(error).__name__)

# The folder still runs, for inference, as one layer.
layer = keras.layers.TFSMLayer("old_folder", call_endpoint="serving_default")
(output_of_folder,) = layer(features).values()
print("TFSMLayer:", output_of_folder[0].numpy().round(4))
