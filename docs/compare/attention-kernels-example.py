import keras
import numpy as np
import torch
from torch.nn.functional import scaled_dot_product_attention

BATCH, STEPS, HEADS, SIZE = 2, 6, 4, 8
random = np.random.default_rng(0)
q, k, v = random.normal(size=(3, BATCH, STEPS, HEADS, SIZE)).astype("float32")


def heads_first(array):
    """PyTorch wants (batch, heads, steps, size), Keras has steps first."""
    return torch.from_numpy(array).transpose(1, 2)


in_keras = keras.ops.dot_product_attention(q, k, v, is_causal=True)
in_torch = scaled_dot_product_attention(
    heads_first(q), heads_first(k), heads_first(v), is_causal=True
)
difference = np.abs(np.array(in_keras) - in_torch.transpose(1, 2).numpy())
print("Causal attention agrees, to 1e-5:", difference.max() < 1e-5)
assert difference.max() < 1e-5

try:
    keras.ops.dot_product_attention(q, k, v, flash_attention=True)
    message = "none"
except ValueError as error:
    message = str(error)
print("Keras on TensorFlow, flash_attention=True:", message)
assert "not supported in tensorflow backend" in message

keras.config.enable_flash_attention()
layer = keras.layers.MultiHeadAttention(HEADS, SIZE)
print("A layer after enable_flash_attention():", layer(q[0], k[0]).shape)

# A key-value cache: each step computes its own key and value, and keeps them.
cached_keras, cached_torch = [], []
for step in range(STEPS):
    new, seen = slice(step, step + 1), slice(0, step + 1)
    cached_keras.append(
        keras.ops.dot_product_attention(q[:, new], k[:, seen], v[:, seen])
    )
    cached_torch.append(
        scaled_dot_product_attention(
            heads_first(q[:, new]),
            heads_first(k[:, seen]),
            heads_first(v[:, seen]),
        )
    )
from_cache = np.array(keras.ops.concatenate(cached_keras, axis=1))
same = np.abs(from_cache - np.array(in_keras)).max() < 1e-5
print("Keras: step by step from a cache gives the same:", same)
assert same
same = torch.allclose(torch.cat(cached_torch, dim=2), in_torch, atol=1e-5)
print("PyTorch: step by step from a cache gives the same:", same)
assert same

# One query against a longer cache: is_causal would mask all but the first key.
wrong = scaled_dot_product_attention(
    heads_first(q[:, -1:]), heads_first(k), heads_first(v), is_causal=True
)
print(
    "PyTorch: is_causal with a cache is right:",
    torch.allclose(wrong, cached_torch[-1]),
)
assert not torch.allclose(wrong, cached_torch[-1], atol=1e-2)
