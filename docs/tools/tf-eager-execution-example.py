import tensorflow as tf

x = tf.constant([1.0, 2.0, 3.0])
total = tf.reduce_sum(x * x)
print("eager value on the next line:", total.numpy())

traces = []


@tf.function
def sum_of_squares(v):
    print("  Python print: tracing for", v.shape)
    traces.append(v.shape)
    return tf.reduce_sum(v * v)


print("same shape, three calls")
for _ in range(3):
    graph_total = sum_of_squares(x)
print("new shape, one call")
sum_of_squares(tf.constant([1.0, 2.0]))

count = sum_of_squares.experimental_get_tracing_count()
print("calls: 4, traces:", count)
assert graph_total == total
assert count == len(traces) == 2
