import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

from inputs import features, target, weights

hidden = keras.layers.Dense(8, activation="gelu")
layers = [keras.Input((4,)), hidden, keras.layers.Dense(2)]
model = keras.Sequential(layers)
model.set_weights(weights)
model.save("model.keras")

# The file names no backend: whoever loads it decides.
model = keras.saving.load_model("model.keras")
x, y = tf.constant(features), tf.constant(target)
output = model(x)
kind = f"{type(output).__module__.split('.')[0]} {type(output).__name__}"

# One step in the framework's own way
optimizer = keras.optimizers.SGD(0.1)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean((model(x) - y) ** 2)
gradients = tape.gradient(loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))
kernel = keras.ops.convert_to_numpy(model.layers[0].kernel)

# One epoch with fit
model.compile("sgd", "mse")
history = model.fit(features, target, batch_size=6, verbose=0).history
loss_of_fit = history["loss"]

print("output:", output[0].numpy().round(4), kind)
print("kernel:", kernel[0, :4].round(4), kernel.shape)
print("loss of fit:", round(loss_of_fit[0], 4))
