# The targets are not moved on: each is the first step of its window.
data = keras.utils.timeseries_dataset_from_array(
    series[:-1], series[:-1, 0], sequence_length=length, batch_size=3
)
targets = tf.concat([target for _, target in data], axis=0)

print("first window:", windows[0, :, 0].numpy().round(2))
print("its target:", targets[0].numpy().round(2))
