import keras
import tensorflow as tf
from keras import layers

from inputs import fake, real, share, weight, weights

critic = keras.Sequential(
    [
        keras.Input((4, 4, 1)),
        layers.Flatten(),
        layers.Dense(8, activation="tanh"),
        layers.Dense(1),
    ]
)
critic.set_weights(weights)
optimizer = keras.optimizers.SGD(0.01)

# The penalty is computed inside the outer tape, which then sees it.
with tf.GradientTape() as tape:
    mixed = tf.constant(share * real + (1 - share) * fake)
    with tf.GradientTape() as inner:
        inner.watch(mixed)
        scores = critic(mixed)
    gradients = inner.gradient(scores, mixed)
    lengths = tf.norm(tf.reshape(gradients, [6, -1]), axis=1)
    penalty = weight * tf.reduce_mean((lengths - 1) ** 2)
    wasserstein = tf.reduce_mean(critic(fake)) - tf.reduce_mean(critic(real))
    loss = wasserstein + penalty

slopes = tape.gradient(loss, critic.trainable_variables)
optimizer.apply_gradients(zip(slopes, critic.trainable_variables))
kernel_slope = slopes[0]
kernel_after = critic.layers[1].kernel

print("lengths:", lengths.numpy().round(4))
print("penalty:", round(float(penalty), 4))
print("slope of the kernel:", kernel_slope[0, :4].numpy().round(4))
print("kernel after a step:", kernel_after[0, :4].numpy().round(4))
