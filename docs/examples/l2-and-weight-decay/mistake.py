# The factor of `L2` is copied, and PyTorch halves the penalty.
penalised = train(torch.optim.SGD, 0.05)

print("L2 in the loss:", penalised[0][:, 0].round(4), penalised[1].round(4))
