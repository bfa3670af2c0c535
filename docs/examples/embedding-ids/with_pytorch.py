import zlib

import torch
from torch import nn

from inputs import numbers, sentences, table, vocabulary, word_weights

# Ids: 0 for padding, 1 for unknown words, then the vocabulary.
index = {"": 0} | {word: row for row, word in enumerate(vocabulary, 2)}
ids = torch.tensor([[index.get(w, 1) for w in words] for words in sentences])

weight = torch.from_numpy(table)
embedding = nn.Embedding.from_pretrained(weight, padding_idx=0)
vectors = embedding(ids)

# The mean over the words of a sentence, without the padding.
bag = nn.EmbeddingBag.from_pretrained(weight, padding_idx=0, mode="mean")
pooled = bag(ids)

# The same, weighted: `mode="sum"` alone takes weights.
bag_sum = nn.EmbeddingBag.from_pretrained(weight, padding_idx=0, mode="sum")
weighted_sum = bag_sum(ids, per_sample_weights=torch.from_numpy(word_weights))

# Hashing: numbers of any size into 16 rows, negative ones too.
buckets = torch.from_numpy(numbers) % 16
bucket_of_tea = int(torch.tensor(zlib.crc32(b"tea")) % 16)

try:
    embedding(torch.tensor([6]))
except IndexError as error:
    beyond = type(error).__name__

print("ids:", ids[0].numpy(), ids[1].numpy(), ids[2].numpy())
print("pooled:", pooled[0].numpy().round(4))
print("buckets:", buckets.numpy(), "of tea:", bucket_of_tea)
print("id 6 of 6:", beyond)
