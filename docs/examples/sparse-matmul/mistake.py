# With the underscore, the values are cut off from the gradient.
matrix = sparse(index, values, (4, 4))
product = torch.sparse.mm(matrix, nodes)
loss = product.square().sum() + matrix._values().abs().sum()
(value_gradient,) = torch.autograd.grad(loss, values)

print("gradient of the values:", value_gradient.numpy().round(4))
