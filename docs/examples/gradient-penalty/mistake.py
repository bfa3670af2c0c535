# The penalty is in the loss, is printed, and trains nothing.
lengths, penalty, kernel_slope = step(create_graph=False)

print("penalty:", round(penalty.item(), 4))
print("slope of the kernel:", kernel_slope[0, :4].numpy().round(4))
