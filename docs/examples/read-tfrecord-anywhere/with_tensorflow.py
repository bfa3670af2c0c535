import tensorflow as tf

from inputs import path

# Name, type and shape of each value must be known before reading.
spec = {
    "label": tf.io.FixedLenFeature([], tf.int64),
    "scores": tf.io.FixedLenFeature([3], tf.float32),
    "name": tf.io.FixedLenFeature([], tf.string),
}


def parse(record):
    return tf.io.parse_single_example(record, spec)


dataset = tf.data.TFRecordDataset(str(path)).map(parse)
batch = next(iter(dataset.batch(3)))
labels, scores = batch["label"], batch["scores"]
names = [name.decode() for name in batch["name"].numpy()]

print("labels:", labels.numpy())
print("scores:", scores[0].numpy())
print("names:", names)
