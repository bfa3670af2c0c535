import keras
import tensorflow as tf

from inputs import features, start, targets

# One processor stands for two devices.
processor = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(processor, halves)


def train(strategy, batch_size):
    with strategy.scope():
        layer = keras.layers.Dense(1, use_bias=False)
        model = keras.Sequential([keras.Input((3,)), layer])
        model.compile(keras.optimizers.SGD(0.05), "mse")
    layer.set_weights([start])
    data = tf.data.Dataset.from_tensor_slices((features, targets))
    model.fit(data.batch(batch_size), epochs=5, verbose=0)
    return layer.kernel.numpy()[:, 0]


# The batch size is that of both devices together.
kernel_one = train(tf.distribute.get_strategy(), batch_size=16)
mirrored = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
kernel_two = train(mirrored, batch_size=16)

print("one worker: ", kernel_one.round(4))
print("two workers:", kernel_two.round(4))
