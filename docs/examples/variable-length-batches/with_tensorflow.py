import tensorflow as tf

from inputs import sentences

one = tf.TensorSpec([None], tf.int64)  # a vector of any length
dataset = tf.data.Dataset.from_generator(
    lambda: sentences, output_signature=one
)


def with_length(sentence):
    return sentence, tf.size(sentence)


loader = dataset.map(with_length).padded_batch(2)
tokens, lengths, masks = [], [], []
for batch, sizes in loader:
    tokens.append(batch)
    lengths.append(sizes)
    masks.append(tf.sequence_mask(sizes))

print("shapes:", [tuple(batch.shape) for batch in tokens])
print("second batch:", tokens[1].numpy().tolist())
print("lengths:", lengths[1].numpy())
print("mask:", masks[1].numpy().astype(int).tolist())
