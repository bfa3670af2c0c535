import tensorflow as tf
from keras import layers

from inputs import bias, kernel, signal, weight

conv = layers.Conv1D(4, 3, dilation_rate=2, padding="causal")
conv.build(signal.shape)

# The other way: PyTorch's weight.
conv.set_weights([weight.transpose(2, 1, 0), bias])
output_back = conv(signal)

conv.set_weights([kernel, bias])
output = conv(signal)

# How much each step of the input matters for step 7 of the output.
x = tf.Variable(signal)
with tf.GradientTape() as tape:
    step = tf.reduce_sum(conv(x)[:, 7])
slopes = tf.reduce_sum(tf.abs(tape.gradient(step, x)), axis=[0, 2])

# A stream keeps the last five steps, and pads nothing.
stream = layers.Conv1D(4, 3, dilation_rate=2)
stream.build(signal.shape)
stream.set_weights([kernel, bias])
newest = stream(signal[:, -5:])[:, 0]

named = conv.padding

print("shape:", tuple(output.shape))
print("step 7:", output[0, 7].numpy().round(4))
print("it depends on steps", [t for t in range(12) if slopes[t] > 0])
print("newest step:", newest[0].numpy().round(4))
