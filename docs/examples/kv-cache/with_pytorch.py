import torch
import torch.nn.functional as F

from inputs import heads, kernels, prompt, size, tokens, turn

x = torch.from_numpy(tokens)
q_kernel, k_kernel, v_kernel, out_kernel = torch.from_numpy(kernels)
tables = [torch.from_numpy(table) for table in turn]


def rotate(part, first):  # by its position in the whole sequence
    last = first + part.shape[2]
    cos, sin = (table[first:last] for table in tables)
    a, b = part.chunk(2, dim=-1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], dim=-1)


def attend(x, cache=None):
    first = 0 if cache is None else cache[0].shape[2]
    q, k, v = (
        (x @ kernel).unflatten(2, (heads, size)).transpose(1, 2)
        for kernel in (q_kernel, k_kernel, v_kernel)
    )
    q, k = rotate(q, first), rotate(k, first)
    if cache is not None:
        k = torch.cat([cache[0], k], dim=2)
        v = torch.cat([cache[1], v], dim=2)
    # The last query sees all keys, the one before it all but one.
    queries = torch.arange(first, first + x.shape[1])[:, None]
    seen = torch.arange(k.shape[2]) <= queries
    output = F.scaled_dot_product_attention(q, k, v, attn_mask=seen)
    return output.transpose(1, 2).flatten(2) @ out_kernel, (k, v)


whole, _ = attend(x)

output, cache = attend(x[:, :prompt])
outputs = [output]
for index in range(prompt, 6):
    output, cache = attend(x[:, index : index + 1], cache)
    outputs.append(output)
stepwise = torch.cat(outputs, dim=1)
cached_keys = cache[0].transpose(1, 2)

print("whole, last token:   ", whole[0, -1, :4].numpy().round(4))
print("stepwise, last token:", stepwise[0, -1, :4].numpy().round(4))
print("keys in the cache:", tuple(cached_keys.shape))
