import torch
from torch import nn
import torch.nn.functional as F

from inputs import class_weights, labels, logits

x = torch.tensor(logits, requires_grad=True)
scores = x.permute(0, 3, 1, 2)  # the classes come second
labels = torch.from_numpy(labels)

loss = F.cross_entropy(scores, labels, ignore_index=255)
(gradient,) = torch.autograd.grad(loss, x)

# Weights by class, and their sum as the divisor.
weighted = F.cross_entropy(
    scores, labels, torch.from_numpy(class_weights), ignore_index=255
)

# Metrics: leave the pixels out, and count.
counted = labels != 255
truth, guess = labels[counted], x.argmax(dim=-1)[counted]
table = torch.bincount(3 * truth + guess, minlength=9).reshape(3, 3)
both = table.diag()
iou = (both / (table.sum(dim=0) + table.sum(dim=1) - both)).mean()
accuracy = (guess == truth).float().mean()

ignored_by_default = nn.CrossEntropyLoss().ignore_index
none = torch.full_like(labels, 255)
of_nothing = str(F.cross_entropy(scores, none, ignore_index=255).item())

print("loss:", round(loss.item(), 4), "weighted:", round(weighted.item(), 4))
print("IoU:", round(iou.item(), 4), "accuracy:", round(accuracy.item(), 4))
print("all ignored:", of_nothing)
