import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(0)
logits = rng.normal(size=(4, 10, 5)).astype("float32")  # 4 texts, 5 words
labels = rng.integers(0, 5, (4, 10))
real = np.arange(10) < np.array([[10], [2], [2], [2]])  # 16 of 40 steps

in_torch = F.cross_entropy(
    torch.tensor(logits).transpose(1, 2),
    torch.tensor(np.where(real, labels, -100)),  # -100 is ignored
).item()
found = {}
for reduction in ("sum_over_batch_size", "mean_with_sample_weight"):
    loss = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True, reduction=reduction
    )
    found[reduction] = float(loss(labels, logits, sample_weight=real))
    print(f"Keras, {reduction}: {found[reduction]:.2f}")
print(f"PyTorch, ignore_index: {in_torch:.2f}")
wrong, right = found.values()
assert np.isclose(right, in_torch, atol=1e-5)
assert np.isclose(wrong, right * 16 / 40, atol=1e-5)
