import torch
import torch.nn.functional as F

from inputs import labels, logits, positive_weights, sample_weights

x, y = torch.from_numpy(logits), torch.from_numpy(labels)
positive_weights = torch.from_numpy(positive_weights)
loss = F.binary_cross_entropy_with_logits

plain = loss(x, y)

# Positive answers count more: one weight per label.
positive = loss(x, y, pos_weight=positive_weights)

# One label alone: the weight of the positive class.
by_class = loss(x[:, 0], y[:, 0], pos_weight=positive_weights[0])

# Whole samples count more or less: a column, one row per sample.
by_sample = loss(x, y, weight=torch.from_numpy(sample_weights)[:, None])

# Probabilities: Keras's default, PyTorch's `BCELoss`.
from_probabilities = F.binary_cross_entropy(x.sigmoid(), y)

print("plain:", round(float(plain), 4))
print("positive answers weighted:", round(float(positive), 4))
print("one label, by class:", round(float(by_class), 4))
print("by sample:", round(float(by_sample), 4))
