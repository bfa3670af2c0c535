import tensorflow as tf

from inputs import column_of_row, groups, log_probs, marks
from inputs import new_rows, rows, table

x = tf.constant(table)

written = tf.tensor_scatter_nd_update(x, rows[:, None], new_rows)

greater = tf.tensor_scatter_nd_max(x, rows[:, None], new_rows)

places = tf.stack([range(5), column_of_row], axis=1)
one_per_row = tf.tensor_scatter_nd_update(x, places, marks)

# By group: the greatest, the mean, and the one that comes last.
best = tf.math.unsorted_segment_max(log_probs, groups, num_segments=3)

means = tf.math.unsorted_segment_mean(log_probs, groups, num_segments=3)

order = tf.range(len(groups))
last = tf.math.unsorted_segment_max(order, groups, num_segments=3)
latest = tf.gather(log_probs, last)

# Group 3 is empty.
of_four = tf.math.unsorted_segment_max(log_probs, groups, num_segments=4)
of_none = float(of_four[3])

print("row 3:", written[3].numpy().round(4))
print("best:", best.numpy().round(4))
print("means:", means.numpy().round(4))
print("latest:", latest.numpy().round(4))
print("greatest of none:", of_none)
