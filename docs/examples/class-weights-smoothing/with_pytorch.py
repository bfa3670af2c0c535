import torch
import torch.nn.functional as F

from inputs import class_weights, given, labels, logits, wanted

x, y = torch.from_numpy(logits), torch.from_numpy(labels)

# Label smoothing: 0.1 of the mass goes to all classes alike.
smoothed = F.cross_entropy(x, y, label_smoothing=0.1)

# Class weights: divided by the number of samples, as Keras's `fit` does.
weights = torch.from_numpy(class_weights)
weighted = F.cross_entropy(x, y, weight=weights, reduction="sum") / len(y)

# Class weights: divided by the sum of the weights.
weighted_mean = F.cross_entropy(x, y, weight=weights)

# Kullback-Leibler divergence: mean over samples, sum over classes.
given_log = torch.from_numpy(given).log()
divergence = F.kl_div(
    given_log, torch.from_numpy(wanted), reduction="batchmean"
)

print("label smoothing:", round(float(smoothed), 4))
print("class weights, per sample:", round(float(weighted), 4))
print("class weights, per weight:", round(float(weighted_mean), 4))
print("KL divergence:", round(float(divergence), 4))
