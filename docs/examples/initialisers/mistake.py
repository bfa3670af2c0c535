# PyTorch's source says kaiming_uniform_, so this seems to be the same.
default = reach(initializers.HeUniform()(dense))

print("PyTorch's default:", round(float(default), 4))
