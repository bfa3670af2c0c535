import torch

from inputs import column_of_row, groups, places, rows, table, values

x = torch.tensor(table)
rows, groups = torch.from_numpy(rows), torch.from_numpy(groups)
values = torch.from_numpy(values)

chosen_rows = x[rows]

chosen_points = x[places[:, 0], places[:, 1]]

one_per_row = x.gather(1, torch.from_numpy(column_of_row)[:, None])

sums = torch.zeros(3).index_add(0, groups, values)

scattered = torch.zeros(3).index_put((groups,), values, accumulate=True)

try:
    x[[4]]
except IndexError as error:
    beyond = type(error).__name__

last = round(values[[-1]].item(), 4)

print("one per row:", one_per_row[:, 0].numpy().round(4))
print("sums:", sums.numpy().round(4))
print("row 4 of 4:", beyond)
print("index -1:", last)
