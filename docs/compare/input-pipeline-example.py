import numpy as np
import tensorflow as tf
import torch
from torch.utils.data import DataLoader, Dataset

values = np.arange(100, dtype="float32")


class Squares(Dataset):
    def __len__(self):
        return len(values)

    def __getitem__(self, index):
        return values[index] ** 2


workers = DataLoader(Squares(), batch_size=32, num_workers=2)
from_torch = [batch.numpy() for batch in workers]

source = tf.data.Dataset.from_tensor_slices(values)
squares = source.map(tf.square, num_parallel_calls=2)
from_tf = list(squares.batch(32).as_numpy_iterator())

print("batch sizes:", [len(batch) for batch in from_tf])
for a, b in zip(from_tf, from_torch, strict=True):
    np.testing.assert_array_equal(a, b)
print("same batches in the same order, with 2 parallel calls and 2 workers")

shuffled_tf = list(source.shuffle(10, seed=0).as_numpy_iterator())
generator = torch.Generator().manual_seed(0)
loader = DataLoader(values, batch_size=None, shuffle=True, generator=generator)
shuffled_torch = [float(value) for value in loader]
for name, order in (("tf.data", shuffled_tf), ("DataLoader", shuffled_torch)):
    assert sorted(order) == values.tolist()
    early = max(value - place for place, value in enumerate(order))
    print(f"{name}: every item once; furthest jump forward {early:.0f}")
