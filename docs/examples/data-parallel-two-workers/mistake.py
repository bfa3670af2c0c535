# Keras's batch size is kept, and each of the two workers takes 16 samples.
kernel_two = train(2, batch_size=16)

print("two workers:", kernel_two.round(4))
