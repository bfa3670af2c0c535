import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(1, 4, 8)
real = torch.tensor([[True, True, True, False]])  # as Keras: True is kept
attention = nn.MultiheadAttention(8, 1, batch_first=True)

_, wrong = attention(x, x, x, key_padding_mask=real)
_, right = attention(x, x, x, key_padding_mask=~real)
# With the identity as values, the outputs are the weights.
function = F.scaled_dot_product_attention(
    x, x, torch.eye(4)[None], attn_mask=real
)
for name, weights in (
    ("MultiheadAttention, the mask of Keras", wrong),
    ("MultiheadAttention, inverted", right),
    ("scaled_dot_product_attention, the mask of Keras", function),
):
    print(f"{name}: {weights[0, 0, 3].item():.1f} on the padding")
assert torch.allclose(wrong[..., 3], torch.ones(1))
assert right[..., 3].eq(0).all()
assert function[..., 3].eq(0).all()
