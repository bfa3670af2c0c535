# A buffer of 10 in front of sorted data: the first batch has one class.
shuffled = dataset.shuffle(10, seed=0).batch(16)
x, y = next(iter(shuffled))
classes = len(tf.unique(y)[0])

print("first batch:", x[:8].numpy())
print("classes in a first batch:", classes)
