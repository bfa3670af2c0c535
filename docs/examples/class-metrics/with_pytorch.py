import torch

from inputs import batches


def confusion(labels, guess, size):
    """How often each class (row) was taken for each class (column)."""
    pairs = size * labels + guess
    return torch.bincount(pairs, minlength=size * size).reshape(size, size)


def f1_of(table):
    hits = table.diag()
    return 2 * hits / (table.sum(dim=0) + table.sum(dim=1))


tables = []
for labels, scores in batches:
    labels, scores = torch.from_numpy(labels), torch.from_numpy(scores)
    tables.append(confusion(labels, scores.argmax(dim=1), 3))
table = sum(tables)

f1 = f1_of(table)
macro = f1.mean()
weighted = (f1 * table.sum(dim=1)).sum() / table.sum()
micro = table.diag().sum() / table.sum()  # the accuracy
precision = table.diag() / table.sum(dim=0)
recall = table.diag() / table.sum(dim=1)

# A class that neither the labels nor the scores ever name.
four = confusion(torch.tensor([0, 1, 2]), torch.tensor([0, 1, 1]), 4)
absent = str(f1_of(four)[3].item())

print("F1 by class:", f1.numpy().round(4))
print("macro:", round(macro.item(), 4), "weighted:", round(weighted.item(), 4))
print("micro:", round(micro.item(), 4))
print("F1 of an absent class:", absent)
