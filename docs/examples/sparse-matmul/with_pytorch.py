import torch

from inputs import features, places, weights

values = torch.tensor(weights, requires_grad=True)
nodes = torch.tensor(features, requires_grad=True)
index = torch.from_numpy(places.T)  # rows, then columns


def sparse(index, values, shape):
    """A matrix of sorted places, each once; their values are added up."""
    made = torch.sparse_coo_tensor(index, values, shape, check_invariants=True)
    return made.coalesce()


matrix = sparse(index, values, (4, 4))
product = torch.sparse.mm(matrix, nodes)
loss = product.square().sum() + matrix.values().abs().sum()
inputs = (values, nodes)
value_gradient, node_gradient = torch.autograd.grad(loss, inputs)

transposed = torch.sparse.mm(matrix.t(), nodes)
row_sums = torch.sparse.sum(matrix, dim=1).to_dense()
attention = torch.sparse.softmax(matrix, dim=1).coalesce().values()

# A place named twice.
twice = sparse(torch.tensor([[0, 0], [1, 1]]), torch.tensor([1.0, 2.0]), (2, 2))
repeated = twice.to_dense()[0, 1].item()

print("product:", product[0].detach().numpy().round(4))
print("gradient of the values:", value_gradient.numpy().round(4))
print("attention:", attention.detach().numpy().round(4))
print("a place named twice:", repeated)
