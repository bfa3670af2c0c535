import torch._dynamo  # first, or Triton and TensorFlow collide
import tensorflow as tf
import torch

graphs = []


def keep_graph(graph, inputs):
    graphs.append(graph)
    return graph.forward


def scale(x, factor):
    return x * factor


def repeat(x, text):
    return x * len(text)


def traces(function, arguments, **options):
    traced = tf.function(function, **options)
    counts = []
    for length, other in arguments:
        traced(tf.ones(length), other)
        counts.append(traced.experimental_get_tracing_count())
    return counts


def compilations(function, arguments, **options):
    torch.compiler.reset()
    graphs.clear()
    compiled = torch.compile(function, backend=keep_graph, **options)
    counts = []
    for length, other in arguments:
        compiled(torch.ones(length), other)
        counts.append(len(graphs))
    return counts


lengths = [(length, 2.0) for length in (2, 3, 4, 5)]
numbers = [(2, number) for number in (2.0, 3.0, 4.0, 5.0)]
texts = [(2, "a" * length) for length in range(10)]
signature = [tf.TensorSpec([None]), tf.TensorSpec([])]
relax = {"reduce_retracing": True}

tf_counts = traces(scale, lengths), traces(scale, numbers)
pt_counts = compilations(scale, lengths), compilations(scale, numbers)
print("lengths 2 3 4 5: TensorFlow", tf_counts[0], "PyTorch", pt_counts[0])
print("numbers 2 3 4 5: TensorFlow", tf_counts[1], "PyTorch", pt_counts[1])
assert tf_counts == ([1, 2, 3, 4], [1, 2, 3, 4])
assert pt_counts == ([1, 2, 2, 2], [1, 2, 2, 2])

relaxed = traces(scale, lengths, **relax), traces(scale, numbers, **relax)
print("reduce_retracing: lengths", relaxed[0], "numbers", relaxed[1])
fixed = traces(scale, lengths + numbers, input_signature=signature)
print("input_signature, lengths and numbers:", max(fixed), "trace")
dynamic = compilations(scale, lengths, dynamic=True)
print("dynamic=True, lengths:", max(dynamic), "compilation")
assert max(fixed) == max(dynamic) == 1 and relaxed[0] == [1, 2, 2, 2]

most = traces(repeat, texts)[-1], compilations(repeat, texts)[-1]
print("ten strings: TensorFlow", most[0], "PyTorch", most[1], "then eager")
assert most == (10, 8)
