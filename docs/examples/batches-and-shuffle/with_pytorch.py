import torch
from torch.utils.data import DataLoader, TensorDataset

from inputs import items, labels

dataset = TensorDataset(torch.from_numpy(items), torch.from_numpy(labels))

in_order = DataLoader(dataset, batch_size=16)
batches = [x for x, y in in_order]
full_batches = len(DataLoader(dataset, batch_size=16, drop_last=True))

# A permutation of all items, drawn anew for each epoch.
seed = torch.Generator().manual_seed(0)
shuffled = DataLoader(dataset, batch_size=16, shuffle=True, generator=seed)
first_epoch = torch.cat([x for x, y in shuffled])
second_epoch = torch.cat([x for x, y in shuffled])

all_items = first_epoch.sort().values
reshuffled = bool((first_epoch != second_epoch).any())
first_item = int(first_epoch[0])
x, y = next(iter(shuffled))
classes = len(y.unique())

print("sizes:", [len(batch) for batch in batches])
print("full batches:", full_batches)
print("shuffled:", first_epoch[:8].numpy())
print("next epoch:", second_epoch[:8].numpy())
print("classes in a first batch:", classes)
