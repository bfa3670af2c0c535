# `from_logits` is forgotten: the logits are taken for probabilities.
loss = cross_entropy()(y, x)

print("loss:", round(float(loss), 4))
