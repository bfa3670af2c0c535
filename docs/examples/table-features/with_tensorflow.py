import tensorflow as tf
from keras import layers

from inputs import ages, bounds, cities, known

# A number, as how far it is from the mean in standard deviations
normalise = layers.Normalization(axis=None)
normalise.adapt(ages)
scaled = normalise(ages)[:, None]

# A number as a bucket; a bound belongs to the bucket above it.
bucket = layers.Discretization(bin_boundaries=list(bounds))(ages)

# A word as its place in the vocabulary; 0 is for words not in it.
city = layers.StringLookup(vocabulary=known)(cities)

# Two columns as one: a place for each bucket and city
places, width = len(known) + 1, (len(bounds) + 1) * (len(known) + 1)
cross = bucket * places + tf.cast(city, bucket.dtype)

columns = [
    tf.one_hot(bucket, len(bounds) + 1),
    tf.one_hot(city, places),
    tf.one_hot(cross, width),
]
features = tf.concat([scaled, *columns], axis=1)

print("scaled:", scaled[:, 0].numpy().round(2))
print("buckets:", bucket.numpy())
print("cities:", city.numpy())
print("crossed:", cross.numpy())
print("one row has", features.shape[1], "numbers")
