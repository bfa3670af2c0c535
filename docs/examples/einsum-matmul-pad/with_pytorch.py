import torch
import torch.nn.functional as F

from inputs import image, keys, matrix, queries, vector

q, k = torch.tensor(queries), torch.tensor(keys)
m, v = torch.tensor(matrix), torch.tensor(vector)

scores = q @ k.mT
same_scores = torch.einsum("bqf,bkf->bqk", q, k)

product = m @ v
by_matmul = torch.matmul(m, v)
plain_product = str(tuple(torch.matmul(m, v).shape))

table = v[:3, None] + v[None, :]  # broadcast (3, 1) and (1, 4)
contracted = torch.tensordot(q, m, dims=[[1, 2], [0, 1]])

# One row above, one column on the right.
padded = F.pad(torch.tensor(image), (0, 1, 1, 0))

print("scores:", scores[0, 0].numpy().round(4))
print("matrix with vector:", product.numpy().round(4))
print("matmul with vector:", plain_product)
print("padded:")
print(padded.numpy().round(4))
