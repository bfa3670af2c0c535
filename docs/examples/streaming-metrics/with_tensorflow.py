import keras

from inputs import batches

metrics = [
    keras.metrics.BinaryAccuracy(),
    keras.metrics.Precision(),
    keras.metrics.Recall(),
    keras.metrics.AUC(),
]
for y, score in batches:
    for metric in metrics:
        metric.update_state(y, score)

accuracy, precision, recall, auc = (float(m.result()) for m in metrics)

# The same ranking, but all scores below 0.01.
small = keras.metrics.AUC()
for y, score in batches:
    small.update_state(y, score / 100)

auc_of_small_scores = round(float(small.result()), 4)

print("accuracy:", round(accuracy, 4), "AUC:", round(auc, 4))
print("precision:", round(precision, 4), "recall:", round(recall, 4))
print("AUC of small scores:", auc_of_small_scores)
