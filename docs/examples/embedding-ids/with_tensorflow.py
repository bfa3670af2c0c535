import numpy as np
import tensorflow as tf
from keras import layers

from inputs import numbers, sentences, table, vocabulary, word_weights

# Ids: 0 for padding, 1 for unknown words, then the vocabulary.
lookup = layers.StringLookup(vocabulary=vocabulary, mask_token="")
ids = lookup(tf.constant(sentences))

embedding = layers.Embedding(6, 4, mask_zero=True)
embedding.build()
embedding.set_weights([table])
vectors = embedding(ids)

# The mean over the words of a sentence, without the padding.
mask = embedding.compute_mask(ids)
pooled = layers.GlobalAveragePooling1D()(vectors, mask=mask)

# The same without the vectors of all words in memory, and weighted.
words = tf.sparse.from_dense(ids)  # drops the zeros
weights = tf.sparse.map_values(
    lambda _: tf.gather_nd(word_weights, words.indices), words
)
weighted_sum = tf.nn.embedding_lookup_sparse(
    table, words, weights, combiner="sum"
)

# Hashing: numbers of any size into 16 rows, negative ones too.
buckets = tf.math.floormod(numbers, 16)
bucket_of_tea = int(tf.strings.to_hash_bucket_fast("tea", 16))

try:
    embedding(np.array([6]))
except tf.errors.InvalidArgumentError as error:
    beyond = type(error).__name__

print("ids:", ids[0].numpy(), ids[1].numpy(), ids[2].numpy())
print("pooled:", pooled[0].numpy().round(4))
print("buckets:", buckets.numpy(), "of tea:", bucket_of_tea)
print("id 6 of 6:", beyond)
