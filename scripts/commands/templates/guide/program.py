# TODO Compute something, wrong and right, in 10 to 25 lines.
wrong = 1 + 1
right = 2 + 1

print("wrong:", wrong)
print("right:", right)
assert wrong != right
