import torch
import torch.nn.functional as F

from inputs import labels, logits

x = torch.from_numpy(logits)
y = torch.from_numpy(labels)

# The model ends in logits: the usual choice.
loss = F.cross_entropy(x, y)
per_sample = F.cross_entropy(x, y, reduction="none")

# The model ends in softmax: the loss must be another one.
probabilities = x.softmax(dim=-1)
from_probabilities = F.nll_loss(probabilities.log(), y)

# Softmax in the model, and again in the loss.
doubled = F.cross_entropy(probabilities, y)

print("loss:", round(float(loss), 4))
print("per sample:", per_sample.numpy().round(4))
print("from probabilities:", round(float(from_probabilities), 4))
print("softmax twice:", round(float(doubled), 4))
