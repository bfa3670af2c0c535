import tensorflow as tf
import numpy as np

from inputs import start

x = tf.Variable(start)
unused = tf.Variable(1.0)

with tf.GradientTape(persistent=True) as tape:
    full = tf.reduce_sum(x * tf.square(x))
    part = tf.reduce_sum(x * tf.stop_gradient(tf.square(x)))

gradient = tape.gradient(full, x)  # 3 x²
gradient_of_part = tape.gradient(part, x)  # x²

missing = tape.gradient(full, unused)

filled = tape.gradient(full, [x, unused], unconnected_gradients="zero")

plain = tf.constant(start)
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(plain**3)
of_plain = tape.gradient(loss, plain)

with tf.GradientTape() as tape:
    tape.watch(plain)  # a variable is watched without being asked
    loss = tf.reduce_sum(plain**3)
of_input = tape.gradient(loss, plain)

in_numpy = type(np.square(x)).__name__

print("gradient:", gradient.numpy())
print("with a part stopped:", gradient_of_part.numpy())
print("of an unused weight:", missing)
print("filled with zero:", filled[1].numpy())
print("of an input, watched or not:", of_input.numpy(), of_plain)
print("NumPy on x gives:", in_numpy)
