import tensorflow as tf

from inputs import items, labels

dataset = tf.data.Dataset.from_tensor_slices((items, labels))

in_order = dataset.batch(16)
batches = [x for x, y in in_order]
full_batches = len(dataset.batch(16, drop_remainder=True))

# The buffer holds all items, so every order is possible.
shuffled = dataset.shuffle(len(dataset), seed=0).batch(16)
first_epoch = tf.concat([x for x, y in shuffled], 0)
second_epoch = tf.concat([x for x, y in shuffled], 0)

all_items = tf.sort(first_epoch)
reshuffled = bool(tf.reduce_any(first_epoch != second_epoch))
first_item = int(first_epoch[0])
x, y = next(iter(shuffled))
classes = len(tf.unique(y)[0])

print("sizes:", [len(batch) for batch in batches])
print("full batches:", full_batches)
print("shuffled:", first_epoch[:8].numpy())
print("next epoch:", second_epoch[:8].numpy())
print("classes in a first batch:", classes)
