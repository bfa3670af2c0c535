import torch

from inputs import labels, scores, waits

x = torch.tensor(scores)

mean = x.mean(dim=0)
deviation = x.std(dim=0, correction=0)

best, best_at = x.max(dim=1)

ordered, _ = x.sort(dim=1, descending=True)
top_values, top_places = x.topk(2)

median = torch.tensor(waits).median().item()
middle = torch.tensor(waits).quantile(0.5).item()

kinds, kind_of, counts = torch.unique(
    torch.tensor(labels), return_inverse=True, return_counts=True
)
order = str(kinds.numpy())
count_of = dict(zip(kinds.tolist(), counts.tolist()))

print("std:", deviation.numpy().round(4))
print("best at:", best_at.numpy())
print("median of 1, 2, 4, 9:", median)
print("unique:", order)
print("counts:", count_of)
