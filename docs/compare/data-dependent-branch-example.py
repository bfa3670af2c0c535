import torch._dynamo  # first, or Triton and TensorFlow collide
import tensorflow as tf
import torch


@tf.function
def grow(x):
    if tf.reduce_sum(x) < 0:
        x = -x
    while tf.reduce_sum(x) < 100:
        x = x * 2
    return x


def grow_torch(x):
    if x.sum() < 0:
        x = -x
    while x.sum() < 100:
        x = x * 2
    return x


def grow_whole(x):
    x = torch.where(x.sum() < 0, -x, x)
    (x,) = torch.while_loop(lambda v: v.sum() < 100, lambda v: (v * 2,), (x,))
    return x


try:
    torch.compile(grow_torch, fullgraph=True)(torch.tensor([1.0, 2.0]))
    refused = False
except torch._dynamo.exc.Unsupported as error:
    refused = "Data-dependent branching" in str(error)
print("torch.compile, fullgraph=True: refused", refused)
torch.compiler.reset()
report = torch._dynamo.explain(grow_torch)(torch.tensor([1.0, 2.0]))
print("torch.compile, default: graph breaks", report.graph_break_count)
assert refused and report.graph_break_count == 2

torch.compiler.reset()
split = torch.compile(grow_torch, backend="eager")
whole = torch.compile(grow_whole, backend="eager", fullgraph=True)
for start in ([1.0, 2.0], [-1.0, -2.0]):
    assert grow(tf.constant(start)).numpy().tolist() == [64, 128]
    assert split(torch.tensor(start)).tolist() == [64, 128]
    assert whole(torch.tensor(start)).tolist() == [64, 128]
print("torch.where and torch.while_loop: one graph")

graph = grow.get_concrete_function(tf.constant([1.0, 2.0])).graph
kinds = [operation.type for operation in graph.get_operations()]
flow = [kind for kind in kinds if kind in ("StatelessIf", "StatelessWhile")]
traces = grow.experimental_get_tracing_count()
print("tf.function: traces", traces, "with", *flow)
assert traces == 1 and flow == ["StatelessIf", "StatelessWhile"]
print("all three give the same result on both inputs")
