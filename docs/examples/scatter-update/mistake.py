# Without include_self=False the initial zeros are values, too.
best = torch.zeros(3).scatter_reduce(0, groups, log_probs, "amax")

print("best:", best.numpy().round(4))
