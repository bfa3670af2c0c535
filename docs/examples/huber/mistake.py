# The threshold has another name, and the loss another size: 9 times.
huber = F.smooth_l1_loss(x, y, beta=threshold)

print("huber:", round(huber.item(), 4))
