import keras

from inputs import labels, logits

cross_entropy = keras.losses.SparseCategoricalCrossentropy
x = keras.ops.convert_to_tensor(logits)
y = keras.ops.convert_to_tensor(labels)

# The model ends in logits: the usual choice.
loss = cross_entropy(from_logits=True)(y, x)
per_sample = cross_entropy(from_logits=True, reduction=None)(y, x)

# The model ends in softmax: the loss must be told.
probabilities = keras.ops.softmax(x)
from_probabilities = cross_entropy(from_logits=False)(y, probabilities)

# Softmax in the model, and again in the loss.
doubled = cross_entropy(from_logits=True)(y, probabilities)

print("loss:", round(float(loss), 4))
print("per sample:", per_sample.numpy().round(4))
print("from probabilities:", round(float(from_probabilities), 4))
print("softmax twice:", round(float(doubled), 4))
