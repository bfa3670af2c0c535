# The classes in numerical order, where folders are sorted as text.
counted = sorted(names, key=int)
labels = torch.tensor(
    [counted.index(file.parent.name) for file, _ in dataset.files]
)

print("classes:", counted)
print("labels:", labels.numpy())
