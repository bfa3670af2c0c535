import inspect
import string

import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence

from inputs import bias, kernel, recurrent, table, texts, vocabulary

settings = inspect.signature(pad_sequence).parameters
default_side = settings["padding_side"].default

# Lower case, no punctuation, split at spaces; 0 pads, 1 is unknown.
index = {word: row for row, word in enumerate(vocabulary, 2)}
bare = str.maketrans("", "", string.punctuation)
words = [text.lower().translate(bare).split() for text in texts]
lists = [torch.tensor([index.get(w, 1) for w in row]) for row in words]
ids = pad_sequence(lists, batch_first=True)
lengths = torch.tensor([len(row) for row in lists])

weight = torch.from_numpy(table)
embedding = nn.Embedding.from_pretrained(weight, padding_idx=0)
rnn = nn.RNN(4, 5, batch_first=True)
arrays = [kernel.T, recurrent.T, bias, 0 * bias]
tensors = map(torch.tensor, arrays)
rnn.load_state_dict(dict(zip(rnn.state_dict(), tensors)))

# Padding behind: take the output at the last real step.
output = rnn(embedding(ids))[0].detach()
last = output[torch.arange(len(ids)), lengths - 1]

# Padding in front, and cut in front: the last step is real for all.
cut = [row[-5:] for row in lists]
front = pad_sequence(cut, batch_first=True, padding_side="left")
unmasked = rnn(embedding(front))[0][:, -1].detach()

# PyTorch knows no mask, so start each row where its words start.
ends = [rnn(embedding(row[None]))[0][0, -1] for row in cut]
last_of_front = torch.stack(ends).detach()

print("ids:", *ids.numpy(), sep="\n")
print("in front:", *front.numpy(), sep="\n")
print("long text, last: ", last[2].numpy().round(4))
print("long text, cut:  ", last_of_front[2].numpy().round(4))
print("Milk., masked:   ", last_of_front[1].numpy().round(4))
print("Milk., unmasked: ", unmasked[1].numpy().round(4))
