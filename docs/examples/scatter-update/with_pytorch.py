import torch

from inputs import column_of_row, groups, log_probs, marks
from inputs import new_rows, rows, table

x, log_probs = torch.from_numpy(table), torch.from_numpy(log_probs)
rows, groups = torch.from_numpy(rows), torch.from_numpy(groups)
new_rows, marks = torch.from_numpy(new_rows), torch.from_numpy(marks)
columns = torch.from_numpy(column_of_row)

written = x.index_copy(0, rows, new_rows)

index = rows[:, None].expand_as(new_rows)
greater = x.scatter_reduce(0, index, new_rows, "amax")

one_per_row = x.scatter(1, columns[:, None], marks[:, None])


def by_group(values, how, size=3):
    """Reduce the values of each group; the zeros do not take part."""
    start = torch.zeros(size, dtype=values.dtype)
    return start.scatter_reduce(0, groups, values, how, include_self=False)


# By group: the greatest, the mean, and the one that comes last.
best = by_group(log_probs, "amax")
means = by_group(log_probs, "mean")
last = by_group(torch.arange(len(groups)), "amax")
latest = log_probs[last]

# Group 3 is empty.
of_none = by_group(log_probs, "amax", size=4)[3].item()

print("row 3:", written[3].numpy().round(4))
print("best:", best.numpy().round(4))
print("means:", means.numpy().round(4))
print("latest:", latest.numpy().round(4))
print("greatest of none:", of_none)
