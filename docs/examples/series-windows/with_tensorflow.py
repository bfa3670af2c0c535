import keras
import tensorflow as tf

from inputs import length, series


def windows_of(shuffle):
    # A target belongs to the window that begins at its place.
    return keras.utils.timeseries_dataset_from_array(
        series[:-1],
        series[length:, 0],
        sequence_length=length,
        batch_size=3,
        shuffle=shuffle,
        seed=1,
    )


parts = list(windows_of(shuffle=False))
windows = tf.concat([window for window, _ in parts], axis=0)
targets = tf.concat([target for _, target in parts], axis=0)

# Shuffled are whole windows: the steps within one stay in order.
mixed = tf.concat([window for window, _ in windows_of(True)], axis=0)
moved = bool(tf.reduce_any(mixed != windows))
again = tf.gather(mixed, tf.argsort(mixed[:, 0, 0]))
sorted_windows = tf.gather(windows, tf.argsort(windows[:, 0, 0]))
intact = bool(tf.reduce_all(again == sorted_windows))

print("windows:", windows.shape, "targets:", targets.shape)
print("first window:", windows[0, :, 0].numpy().round(2))
print("its target:", targets[0].numpy().round(2))
print("shuffled:", moved, "- each window intact:", intact)
assert moved and intact
