import keras
import tensorflow as tf

from inputs import batches

metrics = [
    keras.metrics.F1Score(average=None),
    keras.metrics.F1Score(average="macro"),
    keras.metrics.F1Score(average="weighted"),
    keras.metrics.F1Score(average="micro"),
    *(keras.metrics.Precision(top_k=1, class_id=at) for at in range(3)),
    *(keras.metrics.Recall(top_k=1, class_id=at) for at in range(3)),
]
for labels, scores in batches:
    truth = tf.one_hot(labels, 3)
    for metric in metrics:
        metric.update_state(truth, scores)

results = [metric.result() for metric in metrics]
f1, macro, weighted, micro = results[:4]
precision, recall = tf.stack(results[4:7]), tf.stack(results[7:])

# A class that neither the labels nor the scores ever name.
four = keras.metrics.F1Score(average=None)
four.update_state(tf.one_hot([0, 1, 2], 4), tf.one_hot([0, 1, 1], 4))
absent = str(float(four.result()[3]))

print("F1 by class:", f1.numpy().round(4))
print("macro:", round(float(macro), 4), "weighted:", round(float(weighted), 4))
print("micro:", round(float(micro), 4))
print("F1 of an absent class:", absent)
