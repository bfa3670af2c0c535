import tensorflow as tf

from inputs import batches, factors, lengths


def scale(x, factor):
    return x * factor + 1


def traces(function):
    return function.experimental_get_tracing_count()


# Tensors of several lengths
compiled = tf.function(scale)
outputs, counts = [], []
for batch in batches:
    outputs.append(compiled(tf.constant(batch), tf.constant(2.0)))
    counts.append(traces(compiled))
counts_by_length = " ".join(map(str, counts))

# The same, and the second length opens the size
compiled = tf.function(scale, reduce_retracing=True)
counts = []
for batch in batches:
    compiled(tf.constant(batch), tf.constant(2.0))
    counts.append(traces(compiled))
counts_relaxed = " ".join(map(str, counts))

# The length declared as variable
spec = [tf.TensorSpec([None]), tf.TensorSpec([])]
compiled = tf.function(scale, input_signature=spec)
for batch in batches[:5]:
    compiled(tf.constant(batch), tf.constant(2.0))
count_declared = traces(compiled)

# A number that changes, given as a tensor
compiled = tf.function(scale)
for factor in factors:
    compiled(tf.constant(batches[0]), tf.constant(factor))
count_factors = traces(compiled)

print("lengths:       ", *lengths)
print("compiled:      ", counts_by_length)
print("reduce_retracing:", counts_relaxed)
print("declared:      ", count_declared)
print("factor tensors:", count_factors)
