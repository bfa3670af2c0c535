import keras
import tensorflow as tf

from inputs import labels, logits, positive_weights, sample_weights

x, y = tf.constant(logits), tf.constant(labels)
loss = keras.losses.BinaryCrossentropy(from_logits=True)

plain = loss(y, x)

# Positive answers count more: one weight per label.
positive = tf.reduce_mean(
    tf.nn.weighted_cross_entropy_with_logits(y, x, positive_weights)
)

# One label alone: the weight of each class is the weight of its samples.
first = tf.where(y[:, 0] == 1, positive_weights[0], 1.0)
by_class = loss(y[:, :1], x[:, :1], sample_weight=first)

# Whole samples count more or less.
by_sample = loss(y, x, sample_weight=sample_weights)

# Probabilities: Keras's default, PyTorch's `BCELoss`.
from_probabilities = keras.losses.BinaryCrossentropy()(y, tf.sigmoid(x))

print("plain:", round(float(plain), 4))
print("positive answers weighted:", round(float(positive), 4))
print("one label, by class:", round(float(by_class), 4))
print("by sample:", round(float(by_sample), 4))
