# += with an index counts each place once, however often it is named.
sums = torch.zeros(3)
sums[groups] += values

print("sums:", sums.numpy().round(4))
