# The function gives ignored pixels a loss of zero; the mean counts them.
per_pixel = keras.losses.sparse_categorical_crossentropy(labels, x, **settings)
loss = tf.reduce_mean(per_pixel)

print("loss:", round(float(loss), 4))
