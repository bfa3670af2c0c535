import torch._dynamo  # first, or Triton and TensorFlow collide
import numpy as np
import tensorflow as tf
import torch

graphs = []


def keep_graph(graph, inputs):
    graphs.append(graph)
    return graph.forward


def scale(x):
    doubled = x * 2
    print("  Python print runs")
    return doubled + 1


def scale_with_numpy(x):
    return np.sin(x) * 2


values = np.linspace(0, 1, 4, dtype=np.float32)
expected = values * 2 + 1

print("tf.function, three calls")
traced = tf.function(scale)
for _ in range(3):
    np.testing.assert_array_equal(traced(tf.constant(values)), expected)

print("torch.compile, three calls")
compiled = torch.compile(scale, backend=keep_graph)
for _ in range(3):
    np.testing.assert_array_equal(compiled(torch.tensor(values)), expected)

traces = traced.experimental_get_tracing_count()
print("graphs: TensorFlow", traces, "PyTorch", len(graphs))
assert traces == 1 and len(graphs) == 2

try:
    tf.function(scale_with_numpy)(tf.constant(values))
    refused = False
except NotImplementedError:
    refused = True
compiled = torch.compile(scale_with_numpy, fullgraph=True, backend=keep_graph)
answer = compiled(torch.tensor(values))
np.testing.assert_allclose(answer, np.sin(values) * 2, rtol=1e-6)
print("a NumPy call: tf.function refuses it, torch.compile captures it")
assert refused and len(graphs) == 3


def note(x):
    calls.append(x.sum())
    return np.sin(x) * 2


calls = []
wrapped = tf.function(lambda x: tf.numpy_function(note, [x], tf.float32))
for factor in (1, 2, 3):
    answer = wrapped(tf.constant(values * factor))
    np.testing.assert_allclose(answer, np.sin(values * factor) * 2, rtol=1e-6)
traces = wrapped.experimental_get_tracing_count()
print("tf.numpy_function: graphs", traces, "NumPy calls", len(calls))
assert traces == 1 and len(calls) == 3
