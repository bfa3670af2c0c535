import keras

from inputs import class_weights, given, labels, logits, wanted

x = keras.ops.convert_to_tensor(logits)
one_hot = keras.ops.one_hot(labels, 3)

# Label smoothing: 0.1 of the mass goes to all classes alike.
smoothed = keras.losses.CategoricalCrossentropy(
    from_logits=True, label_smoothing=0.1
)(one_hot, x)

# Class weights: divided by the number of samples, as `fit` does.
cross_entropy = keras.losses.SparseCategoricalCrossentropy
weights = class_weights[labels]
weighted = cross_entropy(from_logits=True)(labels, x, sample_weight=weights)

# Class weights: divided by the sum of the weights.
weighted_mean = cross_entropy(
    from_logits=True, reduction="mean_with_sample_weight"
)(labels, x, sample_weight=weights)

# Kullback-Leibler divergence: mean over samples, sum over classes.
divergence = keras.losses.KLDivergence()(wanted, given)

print("label smoothing:", round(float(smoothed), 4))
print("class weights, per sample:", round(float(weighted), 4))
print("class weights, per weight:", round(float(weighted_mean), 4))
print("KL divergence:", round(float(divergence), 4))
