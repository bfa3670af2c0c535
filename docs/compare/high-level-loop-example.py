import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch

random = np.random.default_rng(0)
x = random.normal(size=(64, 3)).astype("float32")
y = (x @ np.array([[1.0], [-2.0], [0.5]]) + 0.3).astype("float32")
weights = [np.zeros((3, 1), "float32"), np.zeros(1, "float32")]

# Keras: the loop is one call.
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.set_weights(weights)
model.compile(keras.optimizers.SGD(0.1), "mse")
fit = model.fit(x, y, epochs=20, batch_size=64, verbose=0).history["loss"]

# TensorFlow: the loop is yours.
kernel, bias = (tf.Variable(value) for value in weights)
tf_losses = []
for _ in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((x @ kernel + bias - y) ** 2)
    slopes = tape.gradient(loss, (kernel, bias))
    kernel.assign_sub(0.1 * slopes[0])
    bias.assign_sub(0.1 * slopes[1])
    tf_losses.append(float(loss))

# PyTorch: the loop is yours.
layer = torch.nn.Linear(3, 1)
torch.nn.init.zeros_(layer.weight)
torch.nn.init.zeros_(layer.bias)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
inputs, targets = torch.from_numpy(x), torch.from_numpy(y)
pt_losses = []
for _ in range(20):
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(layer(inputs), targets)
    loss.backward()
    optimizer.step()
    pt_losses.append(loss.item())

runs = {
    "Keras fit": fit,
    "TensorFlow loop": tf_losses,
    "PyTorch loop": pt_losses,
}
for name, losses in runs.items():
    print(f"{name:15} first {losses[0]:.3f} last {losses[-1]:.3f}")
    np.testing.assert_allclose(losses, fit, rtol=1e-4, atol=1e-6)
print("20 losses agree in all three")
print(
    "fit method: Keras", hasattr(model, "fit"), "torch", hasattr(layer, "fit")
)
assert not hasattr(torch.nn.Module, "fit")
