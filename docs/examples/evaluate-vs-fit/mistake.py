# The last line of the training log, read as the loss of the model.
evaluated = running[-1]

print("evaluated:", round(evaluated.item(), 4))
