import torch
import torch.nn.functional as F

from inputs import attention_mask, distance, key, query, value

# PyTorch wants (batch, heads, tokens, size).
q, k, v = map(torch.from_numpy, (query, key, value))
mask = torch.from_numpy(attention_mask)[:, None, None, :]


def attend(**options):
    return F.scaled_dot_product_attention(q, k, v, **options)


# True means: may be seen. (In nn.MultiheadAttention it means: hidden.)
seen = mask.bool()
padded = attend(attn_mask=seen)

causal = attend(is_causal=True)
earlier = torch.ones(5, 5, dtype=torch.bool).tril()
both = attend(attn_mask=seen & earlier)  # with is_causal it is an error

# A mask of floats is added to the scores: -inf hides.
bias = torch.from_numpy(distance).masked_fill(~seen, -torch.inf)
biased = attend(attn_mask=bias)

# The first query may see nothing.
not_first = (torch.arange(5) > 0)[:, None]
nothing = attend(attn_mask=seen & not_first)
row_is_zero = bool((nothing[:, :, 0] == 0).all())

print("padded:", padded[1, 0, 1].numpy().round(4))
print("causal:", causal[1, 0, 1].numpy().round(4))
print("both:  ", both[1, 0, 1].numpy().round(4))
print("biased:", biased[1, 0, 1].numpy().round(4))
print("sees nothing:", nothing[0, 0, 0].numpy().round(4))
