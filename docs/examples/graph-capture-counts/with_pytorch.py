import torch

from inputs import batches, factors, lengths


def scale(x, factor):
    return x * factor + 1


def keep(graph, example_inputs):  # a backend that only notes each graph
    graphs.append(graph)
    return graph.forward


# Tensors of several lengths
compiled, graphs = torch.compile(scale, backend=keep), []
outputs, counts = [], []
for batch in batches:
    outputs.append(compiled(torch.from_numpy(batch), torch.tensor(2.0)))
    counts.append(len(graphs))
counts_by_length = " ".join(map(str, counts))

counts_relaxed = counts_by_length  # the default already does it

# The length declared as variable
torch.compiler.reset()
compiled, graphs = torch.compile(scale, backend=keep, dynamic=True), []
for batch in batches[:5]:
    compiled(torch.from_numpy(batch), torch.tensor(2.0))
count_declared = len(graphs)

# A number that changes, given as a tensor
torch.compiler.reset()
compiled, graphs = torch.compile(scale, backend=keep), []
for factor in factors:
    compiled(torch.from_numpy(batches[0]), torch.tensor(factor))
count_factors = len(graphs)

print("lengths:       ", *lengths)
print("compiled:      ", counts_by_length)
print("declared:      ", count_declared)
print("factor tensors:", count_factors)
