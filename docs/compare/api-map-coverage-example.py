import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F

x = np.random.default_rng(0).normal(size=(3, 4)).astype("float32")
t = torch.from_numpy(x)
index, parts = [2, 0, 2], [0, 0, 1]
i, p = torch.tensor(index), torch.tensor(parts)

same_after_renaming = {
    "matmul": (tf.matmul(x, x.T), torch.matmul(t, t.T)),
    "concat": (tf.concat([x, x], axis=1), torch.cat([t, t], dim=1)),
    "gather": (tf.gather(x, index), torch.index_select(t, 0, i)),
    "reduce_sum": (tf.reduce_sum(x, axis=0), torch.sum(t, dim=0)),
    "expand_dims": (tf.expand_dims(x, 0), torch.unsqueeze(t, 0)),
    "softmax": (tf.nn.softmax(x), torch.softmax(t, dim=-1)),
    "segment_sum": (
        tf.math.segment_sum(x, parts),
        torch.zeros(2, 4).index_add(0, p, t),
    ),
}
needs_an_argument = {
    "reduce_std": (
        tf.math.reduce_std(x),
        torch.std(t, correction=0),
        torch.std(t),
    ),
    "leaky_relu": (
        tf.nn.leaky_relu(x),
        F.leaky_relu(t, negative_slope=0.2),
        F.leaky_relu(t),
    ),
    "pad": (
        tf.pad(x, [[1, 1], [2, 2]]),
        F.pad(t, [2, 2, 1, 1]),
        F.pad(t, [1, 1, 2, 2]),
    ),
}

for name, (ours, theirs) in same_after_renaming.items():
    np.testing.assert_allclose(ours, theirs, atol=1e-6, err_msg=name)
for name, (ours, mapped, plain) in needs_an_argument.items():
    np.testing.assert_allclose(ours, mapped, atol=1e-6, err_msg=name)
    assert not np.array_equal(ours, plain), name

print("equal after renaming:", ", ".join(same_after_renaming))
print("equal only with another argument:", ", ".join(needs_an_argument))
