import keras
import tensorflow as tf

from inputs import labels, scores, waits

x = tf.constant(scores)

mean = tf.reduce_mean(x, axis=0)
deviation = tf.math.reduce_std(x, axis=0)

best = tf.reduce_max(x, axis=1)
best_at = tf.argmax(x, axis=1)

ordered = tf.sort(x, axis=1, direction="DESCENDING")
top_values, top_places = tf.math.top_k(x, k=2)

median = float(keras.ops.median(waits))
middle = float(keras.ops.quantile(waits, 0.5))

kinds, kind_of, counts = tf.unique_with_counts(labels)
order = str(kinds.numpy())
count_of = dict(sorted(zip(kinds.numpy().tolist(), counts.numpy().tolist())))

print("std:", deviation.numpy().round(4))
print("best at:", best_at.numpy())
print("median of 1, 2, 4, 9:", median)
print("unique:", order)
print("counts:", count_of)
