# `dropout=` stands for Keras's two arguments; with one layer it does nothing.
trained, _ = single(x)

print("training: ", trained[0, -1].detach().numpy().round(4))
