# Lengths counted from what is not padding: a token 0 is lost.
lengths = [(batch != 0).sum(dim=1) for batch in tokens]

print("second batch:", tokens[1].numpy().tolist())
print("lengths:", lengths[1].numpy())
