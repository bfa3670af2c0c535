import torch


def smooth(x):
    return torch.sin(x) ** 2 + torch.cos(x) ** 2


def branch(x):
    if x.sum() > 0:
        return x * 2
    return -x


def branch_with_cond(x):
    return torch.cond(x.sum() > 0, lambda t: t * 2, lambda t: -t, (x,))


x = torch.linspace(-1, 2, 100)

fast = torch.compile(smooth)
torch.testing.assert_close(fast(x), smooth(x))
print("Inductor: compiled output equals eager output")

report = torch._dynamo.explain(branch)(x)
print("if on a tensor: graph breaks", report.graph_break_count)
assert report.graph_break_count == 1

try:
    torch.compile(branch, backend="eager", fullgraph=True)(x)
    refused = False
except torch._dynamo.exc.Unsupported:
    refused = True
print("if on a tensor: fullgraph=True refuses it:", refused)
assert refused

whole = torch.compile(branch_with_cond, backend="eager", fullgraph=True)
for value in (x, -x):
    torch.testing.assert_close(whole(value), branch(value))
print("torch.cond: one graph, both branches equal")
