# Unknown words get 0, which is the id of the padding: they disappear.
zeros = torch.tensor([[index.get(w, 0) for w in words] for words in sentences])
pooled = bag(zeros)

print("ids:", zeros[0].numpy())
print("pooled:", pooled[0].numpy().round(4))
