# The numbers of tf.pad written out flat, first axis first.
padded = F.pad(torch.tensor(image), (1, 0, 0, 1))

print("padded:")
print(padded.numpy().round(4))
