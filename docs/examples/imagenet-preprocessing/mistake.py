# The recipe of torchvision, for weights that were trained by another.
scores = model(as_torchvision(x))

print("scores:", scores[0].detach().numpy().round(4))
