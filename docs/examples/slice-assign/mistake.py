# Two pairs of brackets: the first makes a copy, and the copy is changed.
picked = x.detach().clone()
picked[[0, 2]][:, 1] = 9.0

print("picked:", picked[:, 1].numpy().round(4))
