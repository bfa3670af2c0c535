import tensorflow as tf

from inputs import batches, wider

free = tf.TensorSpec([None, 3], tf.float32)  # any size, three columns


@tf.function(input_signature=[free])
def centred(x):
    known.append(x.shape[0])  # runs while the function is traced
    size = tf.shape(x)[0]  # a tensor: the size of this batch
    mean = tf.reduce_sum(x, axis=0) / tf.cast(size, x.dtype)
    rank = tf.range(size, dtype=x.dtype) / tf.cast(size, x.dtype)
    return (x - mean) * rank[:, None]


known, counts, outputs, gradients = [], [], [], []
for batch in batches:
    x = tf.constant(batch)
    with tf.GradientTape() as tape:
        tape.watch(x)
        output = centred(x)
        loss = tf.reduce_sum(output**2)
    outputs.append(output)
    gradients.append(tape.gradient(loss, x))
    counts.append(centred.experimental_get_tracing_count())

graphs = " ".join(map(str, counts))
static_size = str(known[0])

try:
    other_width = str(centred(wider).shape)
except TypeError as error:
    other_width = type(error).__name__

print("batch of two:", outputs[2][1].numpy().round(4))
print("graphs so far:", graphs)
print("size while tracing:", static_size)
print("five columns:", other_width)
