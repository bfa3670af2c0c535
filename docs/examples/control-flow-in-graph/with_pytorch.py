import torch

from inputs import large, small, upstream


# An ordinary if: Python decides between two graphs.
def limit(x):
    norm = x.norm()
    if norm > 1.0:
        x = x / norm
    return x


def keep(graph, example_inputs):  # a backend that only notes each graph
    graphs.append(graph)
    return graph.forward


inputs, graphs = [torch.from_numpy(small), torch.from_numpy(large)], []
compiled = torch.compile(limit, backend=keep)
outputs = [compiled(x) for x in inputs]
graphs_of_if = len(graphs)


# The operation itself: both branches are in one graph.
@torch.compile(fullgraph=True)
def limit_cond(x):
    norm = x.norm()
    divide, keep_it = lambda x, n: x / n, lambda x, n: x.clone()
    return torch.cond(norm > 1.0, divide, keep_it, (x, norm))


outputs_cond = [limit_cond(x) for x in inputs]

x = inputs[1].clone().requires_grad_()
output = limit_cond(x)
(gradient,) = torch.autograd.grad(output, x, torch.from_numpy(upstream))

print("graphs for if:", graphs_of_if)
for kind, output in zip(("small", "large"), outputs_cond):
    print(f"{kind}:", output.numpy().round(4))
print("gradient:", gradient.numpy().round(4))
