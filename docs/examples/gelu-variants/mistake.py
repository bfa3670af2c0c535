# The function of the same name, for a network that was trained in Keras 2.
old_hard_sigmoid = F.hardsigmoid(x)

print("of Keras 2:", old_hard_sigmoid[0, :4].numpy().round(4))
