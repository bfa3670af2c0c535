import torch
import torch._dynamo

from inputs import batches, wider

counts, outputs, gradients, graphs = [], [], [], []


def counting(graph, example_inputs):
    """A backend that counts graphs, and runs them as they are."""
    graphs.append(graph)
    return graph.forward


@torch.compile(backend=counting, fullgraph=True)
def centred(x):
    size = x.shape[0]  # a symbol: the size of each batch
    mean = x.sum(dim=0) / size
    rank = torch.arange(size, dtype=x.dtype) / size
    return (x - mean) * rank[:, None]


for batch in batches:
    x = torch.tensor(batch, requires_grad=True)
    torch._dynamo.mark_dynamic(x, 0)  # the first axis, and no other
    output = centred(x)
    (gradient,) = torch.autograd.grad(output.square().sum(), x)
    outputs.append(output)
    gradients.append(gradient)
    counts.append(len(graphs))

other_width = str(tuple(centred(torch.from_numpy(wider)).shape))
graphs = " ".join(map(str, counts))

print("batch of two:", outputs[2][1].detach().numpy().round(4))
print("graphs so far:", graphs)
print("five columns:", other_width)
