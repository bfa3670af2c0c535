# NumPy computes the square: the tape sees a constant in its place.
with tf.GradientTape() as tape:
    full = tf.reduce_sum(x * np.square(x))
gradient = tape.gradient(full, x)

print("loss:", full.numpy())
print("gradient:", gradient.numpy())
