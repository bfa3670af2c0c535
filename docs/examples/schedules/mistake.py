# `step()` once an epoch, here every four steps: still warming up at the end.
rates = rates_used(warm_cosine, 13, every=4)

print("rates:", rates.numpy().round(4))
