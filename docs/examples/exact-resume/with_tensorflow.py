import keras
import tensorflow as tf
from keras import layers, optimizers

from inputs import features, kernel, orders, targets


def make():
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), dense])
    dense.set_weights([kernel])
    # Half the rate after every 6 steps, which are two epochs.
    rate = optimizers.schedules.ExponentialDecay(0.1, 6, 0.5, staircase=True)
    model.compile(optimizers.Adam(rate), "mse")
    return model


def train(model, epochs):
    for epoch in epochs:  # the order follows from the epoch
        x, y = features[orders[epoch]], targets[orders[epoch]]
        model.fit(x, y, batch_size=8, shuffle=False, verbose=0)


straight = make()
train(straight, range(4))
weights = straight.layers[0].kernel

# Stop after two epochs. The file holds weights, optimiser and schedule.
half = make()
train(half, range(2))
half.save("half.keras")
model = keras.models.load_model("half.keras")
steps_done = model.optimizer.iterations.numpy()
train(model, range(2, 4))
resumed = model.layers[0].kernel
bit_for_bit = tf.reduce_all(resumed == weights)

# A file of weights alone: the new optimiser is at step 0.
half.save_weights("half.weights.h5")
fresh = make()
fresh.load_weights("half.weights.h5")
steps_with_weights = int(fresh.optimizer.iterations)
assert steps_with_weights == 0

# Dropout: its state is not in the file, so the masks begin again.
dropout, ones = layers.Dropout(0.5, seed=0), tf.ones((1, 64))
noise = keras.Sequential([keras.Input((64,)), dropout])
noise(ones, training=True)
noise.save("noise.keras")
loaded = keras.models.load_model("noise.keras")
same = noise(ones, training=True) == loaded(ones, training=True)
dropout_goes_on = bool(tf.reduce_all(same))

print("straight:", weights[:, 0].numpy().round(4))
print("resumed: ", resumed[:, 0].numpy().round(4))
print("bit for bit:", bool(bit_for_bit), "after", steps_done, "steps")
print("with a file of weights, after", steps_with_weights, "steps")
print("dropout goes on:", dropout_goes_on)
