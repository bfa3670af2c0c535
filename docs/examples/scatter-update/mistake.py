# Without include_self=False the zeros of the start are values, too.
best = torch.zeros(3).scatter_reduce(0, groups, log_probs, "amax")

print("best:", best.numpy().round(4))
