import torch
from torch import nn

from inputs import beta, embeddings, features, gamma
from inputs import norm_bias, norm_weight, table, tokens

default_epsilon = nn.LayerNorm(6).eps
norm = nn.LayerNorm(6, eps=1e-5)
x = torch.from_numpy(features)
embedding = nn.Embedding(8, 4, padding_idx=0)
ids = torch.from_numpy(tokens)
zero_at_start = not embedding.weight[0].any().item()


def load(layer, *arrays):
    tensors = map(torch.from_numpy, arrays)
    layer.load_state_dict(dict(zip(layer.state_dict(), tensors)))


load(norm, gamma, beta)
output = norm(x)
load(embedding, embeddings)
vectors = embedding(ids)

# PyTorch's own tensors need no change.
load(norm, norm_weight, norm_bias)
output_back = norm(x)
load(embedding, table)
vectors_back = embedding(ids)

print("default epsilon:", default_epsilon)
print("norm:", output[0, :4].detach().numpy().round(4))
print("norm back:", output_back[0, :4].detach().numpy().round(4))
print("padding at the start is zero:", zero_at_start)
print("padding after loading:", vectors[1, 2].detach().numpy().round(4))
