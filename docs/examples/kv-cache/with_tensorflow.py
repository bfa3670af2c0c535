import tensorflow as tf
from keras import ops

from inputs import heads, kernels, prompt, size, tokens, turn

x = tf.constant(tokens)
q_kernel, k_kernel, v_kernel, out_kernel = tf.unstack(kernels)


def rotate(part, first):  # by its position in the whole sequence
    last = first + part.shape[1]
    cos, sin = (table[None, first:last, None] for table in turn)
    a, b = tf.split(part, 2, axis=-1)
    return tf.concat([a * cos - b * sin, b * cos + a * sin], axis=-1)


def attend(x, cache=None):
    first = 0 if cache is None else cache[0].shape[1]
    shape = [1, x.shape[1], heads, size]
    q = rotate(tf.reshape(x @ q_kernel, shape), first)
    k = rotate(tf.reshape(x @ k_kernel, shape), first)
    v = tf.reshape(x @ v_kernel, shape)
    if cache is not None:
        k = tf.concat([cache[0], k], axis=1)
        v = tf.concat([cache[1], v], axis=1)
    # The last query sees all keys, the one before it all but one.
    queries = tf.range(first, first + x.shape[1])[:, None]
    seen = tf.range(k.shape[1]) <= queries
    output = ops.dot_product_attention(q, k, v, mask=seen[None, None])
    return tf.reshape(output, x.shape) @ out_kernel, (k, v)


whole, _ = attend(x)

outputs, cache = attend(x[:, :prompt])
for index in range(prompt, 6):
    output, cache = attend(x[:, index : index + 1], cache)
    outputs = tf.concat([outputs, output], axis=1)
stepwise = outputs
cached_keys = cache[0]

print("whole, last token:   ", whole[0, -1, :4].numpy().round(4))
print("stepwise, last token:", stepwise[0, -1, :4].numpy().round(4))
print("keys in the cache:", tuple(cached_keys.shape))
