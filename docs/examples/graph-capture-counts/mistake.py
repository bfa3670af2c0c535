# The factor is a Python number: each new value is a new graph.
compiled = tf.function(scale)
for factor in factors:
    compiled(tf.constant(batches[0]), factor)
count_factors = traces(compiled)

print("factor numbers:", count_factors)
