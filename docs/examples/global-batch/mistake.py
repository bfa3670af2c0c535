# Each worker takes the mean of its own samples: of four, and of one.
kernel_two = train(2, count_all=False)

print("two workers:", kernel_two.round(4))
