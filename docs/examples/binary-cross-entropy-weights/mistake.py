# `weight` has the right shape, and also weighs the negative answers.
positive = loss(x, y, weight=positive_weights)

print("positive answers weighted:", round(float(positive), 4))
