# One operand is still a NumPy array, and is cut to whole numbers.
total = x + ratios

print("type:", total.dtype.name)
print("total:", total.numpy())
print("the other way round:", (ratios + x).numpy())
