import tensorflow as tf

from inputs import large, small, upstream


# An ordinary if: AutoGraph makes it an operation of the graph.
@tf.function
def limit(x):
    norm = tf.norm(x)
    if norm > 1.0:
        x = x / norm
    return x


inputs = [tf.constant(small), tf.constant(large)]
outputs = [limit(x) for x in inputs]
graphs_of_if = limit.experimental_get_tracing_count()


# The operation itself: both branches are in one graph.
@tf.function
def limit_cond(x):
    norm = tf.norm(x)
    return tf.cond(norm > 1.0, lambda: x / norm, lambda: x)


outputs_cond = [limit_cond(x) for x in inputs]

x = inputs[1]
with tf.GradientTape() as tape:
    tape.watch(x)
    output = limit_cond(x)
gradient = tape.gradient(output, x, output_gradients=upstream)

print("graphs for if:", graphs_of_if)
for kind, output in zip(("small", "large"), outputs_cond):
    print(f"{kind}:", output.numpy().round(4))
print("gradient:", gradient.numpy().round(4))
