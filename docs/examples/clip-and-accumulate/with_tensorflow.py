import tensorflow as tf

from inputs import features, start, target

weight, bias = tf.Variable(start), tf.Variable(0.5)


def loss_of(x, y):
    return tf.reduce_mean((tf.linalg.matvec(x, weight) + bias - y) ** 2)


# One large batch.
with tf.GradientTape() as tape:
    loss = loss_of(features, target)
large = tape.gradient(loss, [weight, bias])

# Four small batches that count as one.
accumulated = [tf.zeros_like(weight), tf.zeros_like(bias)]
for first in range(0, 8, 2):
    with tf.GradientTape() as tape:
        x, y = features[first : first + 2], target[first : first + 2]
        loss = loss_of(x, y) / 4
    new = tape.gradient(loss, [weight, bias])
    accumulated = [old + more for old, more in zip(accumulated, new)]

# All gradients shortened together, to a length of 1.
clipped, norm = tf.clip_by_global_norm(accumulated, 1.0)

print("large batch:", large[0].numpy().round(4))
print("accumulated:", accumulated[0].numpy().round(4))
print("norm:", norm.numpy().round(4))
print("clipped:", clipped[0].numpy().round(4))
