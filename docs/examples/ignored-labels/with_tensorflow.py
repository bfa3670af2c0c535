import keras
import tensorflow as tf

from inputs import class_weights, labels, logits

settings = {"from_logits": True, "ignore_class": 255}
loss_of = keras.losses.SparseCategoricalCrossentropy(**settings)

x = tf.Variable(logits)
with tf.GradientTape() as tape:
    loss = loss_of(labels, x)
gradient = tape.gradient(loss, x)

# Weights by class, and their sum as the divisor.
counted = labels != 255
weights = tf.gather(class_weights, tf.where(counted, labels, 0))
divide = "mean_with_sample_weight"
weighted_loss = keras.losses.SparseCategoricalCrossentropy(
    **settings, reduction=divide
)
weighted = weighted_loss(labels, x, sample_weight=weights)

# Metrics: one knows ignore_class, the other takes weights.
overlap = keras.metrics.MeanIoU(3, ignore_class=255, sparse_y_pred=False)
iou = overlap(labels, logits)
hits = keras.metrics.SparseCategoricalAccuracy()
accuracy = hits(labels, logits, sample_weight=counted)

ignored_by_default = keras.losses.SparseCategoricalCrossentropy().ignore_class
of_nothing = str(float(loss_of(tf.fill([2, 6, 6], 255), logits)))

print("loss:", round(float(loss), 4), "weighted:", round(float(weighted), 4))
print("IoU:", round(float(iou), 4), "accuracy:", round(float(accuracy), 4))
print("all ignored:", of_nothing)
