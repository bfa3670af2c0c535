import tensorflow as tf

from inputs import others, prices

counts = tf.constant([1, 2, 3])
ratios = tf.constant([0.5, 1.5, 2.5])
array = tf.constant(prices)  # keeps NumPy's type
single = tf.constant(prices, dtype=tf.float32)

steps = tf.range(0, 1, 0.25)
line = tf.linspace(0.0, 1.0, 5)
grid = tf.reshape(tf.range(6), (2, 3))
corner = tf.eye(2) * tf.fill((2, 2), 7.0)
mask = array > 50

squared = tf.constant(50_000) ** 2

int_type = counts.dtype.name
range_type = grid.dtype.name
float_type = ratios.dtype.name
array_type = array.dtype.name
kept = [tf.constant(other).dtype.name for other in others]

print("from 1, 2, 3:", int_type)
print("from 0.5, 1.5, 2.5:", float_type)
print("from NumPy:", array_type)
print("from other arrays:", *kept)
print("from range(6):", range_type)
print("50000 squared:", squared.numpy())
print("steps:", steps.numpy())
print("first row:", single[0].numpy())
