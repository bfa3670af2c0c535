import tensorflow as tf
from keras import ops

from inputs import attention_mask, distance, key, query, value

# Keras wants (batch, tokens, heads, size).
q, k, v = (tf.transpose(part, [0, 2, 1, 3]) for part in (query, key, value))


def attend(**options):
    output = ops.dot_product_attention(q, k, v, **options)
    return tf.transpose(output, [0, 2, 1, 3])


# True means: may be seen. The axes are batch, heads, queries, keys.
seen = tf.cast(attention_mask, tf.bool)[:, None, None, :]
padded = attend(mask=seen)

causal = attend(is_causal=True)
both = attend(mask=seen, is_causal=True)

# Numbers that are added to the scores have an argument of their own.
biased = attend(mask=seen, bias=distance[None, None])

# The first query may see nothing: all its scores are equally low.
not_first = (tf.range(5) > 0)[:, None]
nothing = attend(mask=seen & not_first)
row_is_zero = bool(tf.reduce_all(nothing[:, :, 0] == 0))

print("padded:", padded[1, 0, 1].numpy().round(4))
print("causal:", causal[1, 0, 1].numpy().round(4))
print("both:  ", both[1, 0, 1].numpy().round(4))
print("biased:", biased[1, 0, 1].numpy().round(4))
print("sees nothing:", nothing[0, 0, 0].numpy().round(4))
