import tensorflow as tf

from inputs import column_of_row, groups, places, rows, table, values

x = tf.constant(table)

chosen_rows = tf.gather(x, rows)

chosen_points = tf.gather_nd(x, places)

one_per_row = tf.gather(x, column_of_row[:, None], axis=1, batch_dims=1)

sums = tf.math.unsorted_segment_sum(values, groups, num_segments=3)

scattered = tf.scatter_nd(groups[:, None], values, shape=[3])

try:
    tf.gather(x, [4])
except tf.errors.InvalidArgumentError as error:
    beyond = type(error).__name__

try:
    last = round(float(tf.gather(values, [-1])[0]), 4)
except tf.errors.InvalidArgumentError as error:
    last = type(error).__name__

print("one per row:", one_per_row[:, 0].numpy().round(4))
print("sums:", sums.numpy().round(4))
print("row 4 of 4:", beyond)
print("index -1:", last)
