# torchvision's recipe, for weights that were trained with a different one.
scores = model(as_torchvision(x))

print("scores:", scores[0].detach().numpy().round(4))
