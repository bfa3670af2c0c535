# The learning rate is carried over, and the rest left at its default.
rmsprop = descend(lambda w: optim.RMSprop(w, 0.1))
adagrad = descend(lambda w: optim.Adagrad(w, 0.1))
ends = {**ends, "RMSprop": rmsprop, "Adagrad": adagrad}

print("RMSprop  ", rmsprop.round(4))
print("Adagrad  ", adagrad.round(4))
