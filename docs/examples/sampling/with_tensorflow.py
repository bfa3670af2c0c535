import tensorflow as tf

from inputs import logits, temperature, top_k, top_p, uniform

scaled = tf.constant(logits) / temperature


def hide(scores, where):
    return tf.where(where, -float("inf"), scores)


# The k best remain: all that are not below the k-th best.
kth = tf.math.top_k(scaled, k=top_k).values[:, -1:]
of_top_k = hide(scaled, scaled < kth)

# The best remain until they hold p: what comes *before* a token decides.
order = tf.argsort(scaled, axis=-1, direction="DESCENDING", stable=True)
chances = tf.gather(tf.nn.softmax(scaled), order, batch_dims=1)
before = tf.cumsum(chances, axis=-1, exclusive=True)
back = tf.argsort(order, axis=-1)
of_top_p = hide(scaled, tf.gather(before >= top_p, back, batch_dims=1))

# Gumbel noise and the greatest: a draw from the softmax of the scores.
noise = -tf.math.log(-tf.math.log(uniform))
tokens = tf.argmax(of_top_p + noise, axis=-1)

# The ready-made function takes scores.
drawn = tf.random.stateless_categorical(of_top_p, 1, seed=[0, 1])
from_scores = drawn.dtype.name

chances_k = tf.nn.softmax(of_top_k)
chances_p = tf.nn.softmax(of_top_p)
kept = tf.math.count_nonzero(chances_p, axis=-1)

print("top k:", chances_k[0, 6:].numpy().round(3))
print("top p:", chances_p[0, 6:].numpy().round(3))
print("kept by top p:", kept[:12].numpy())
print("tokens:", tokens[:12].numpy())
print("drawn from scores:", from_scores)
