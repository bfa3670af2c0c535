import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

from inputs import sentences


def pad_batch(batch):
    sizes = torch.tensor([len(sentence) for sentence in batch])
    vectors = [torch.tensor(sentence) for sentence in batch]
    return pad_sequence(vectors, batch_first=True), sizes


loader = DataLoader(sentences, batch_size=2, collate_fn=pad_batch)
tokens, lengths, masks = [], [], []
for batch, sizes in loader:
    tokens.append(batch)
    lengths.append(sizes)
    masks.append(torch.arange(batch.shape[1]) < sizes[:, None])

print("shapes:", [tuple(batch.shape) for batch in tokens])
print("second batch:", tokens[1].numpy().tolist())
print("lengths:", lengths[1].numpy())
print("mask:", masks[1].numpy().astype(int).tolist())
