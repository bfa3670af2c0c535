# The first byte taken for the number: right from 0 to 127 alone.
readers[3] = lambda data: data[0]
batch = next(iter(DataLoader(Examples(), batch_size=3)))
labels = batch["label"]

print("labels:", labels.numpy())
