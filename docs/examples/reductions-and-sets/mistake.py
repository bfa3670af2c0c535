# std() divides by n - 1 by default, which is 3 here, not 4.
deviation = x.std(dim=0)

print("std:", deviation.numpy().round(4))
