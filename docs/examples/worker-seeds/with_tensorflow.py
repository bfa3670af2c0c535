import numpy as np
import tensorflow as tf

from inputs import items, seed


def augmented(epoch):
    # The numbers depend on the sample and the epoch, not on who draws them.
    def add_noise(index, item):
        rng = np.random.default_rng([seed, epoch, index])
        return item + rng.normal(size=3).astype("float32")

    def in_graph(index, item):
        return tf.numpy_function(add_noise, [index, item], tf.float32)

    data = tf.data.Dataset.from_tensor_slices((np.arange(12), items))
    return data.map(in_graph, num_parallel_calls=2).batch(3)


first_epoch = tf.concat(list(augmented(epoch=0)), axis=0)
second_epoch = tf.concat(list(augmented(epoch=1)), axis=0)

# One generator for all: the threads of tf.data share it.
kept = np.random.default_rng(seed)
numbers = tf.data.Dataset.range(12).map(
    lambda _: tf.numpy_function(kept.random, [], tf.float64),
    num_parallel_calls=2,
)
kept_generator_repeats = len(set(numbers.as_numpy_iterator())) < 12

print("first epoch: ", first_epoch[0].numpy().round(4))
print("second epoch:", second_epoch[0].numpy().round(4))
print("a kept generator repeats:", kept_generator_repeats)
