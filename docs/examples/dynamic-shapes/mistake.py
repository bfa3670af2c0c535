BATCH = 4  # what the loader was asked for; the other batches have other sizes


@tf.function(input_signature=[free])
def centred(x):
    rank = tf.cast(tf.range(tf.shape(x)[0]), x.dtype) / BATCH
    return (x - tf.reduce_sum(x, axis=0) / BATCH) * rank[:, None]


outputs = [centred(batch) for batch in batches]

print("batch of two:", outputs[2][1].numpy().round(4))
