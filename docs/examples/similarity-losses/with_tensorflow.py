import keras
import tensorflow as tf

from inputs import anchor, negative, positive, same

similarity = -keras.losses.cosine_similarity(positive, anchor)
# The loss of pairs that belong together, or apart.
apart = tf.nn.relu(similarity - 0.2)
pair_loss = tf.reduce_mean(tf.where(same > 0, 1 - similarity, apart))


def distance(one, other):
    # The small number keeps the gradient finite where both are equal.
    return tf.norm(one - other + 1e-6, axis=-1)


gap = distance(anchor, positive) - distance(anchor, negative)
triplet_loss = tf.reduce_mean(tf.nn.relu(gap + 1.0))

# Ten steps towards the positive ones.
loss_of = keras.losses.CosineSimilarity()
x = tf.Variable(anchor)
optimizer = keras.optimizers.SGD(1.0)
for _ in range(10):
    with tf.GradientTape() as tape:
        loss = loss_of(positive, x)
    optimizer.apply(tape.gradient(loss, [x]), [x])
trained = -keras.losses.cosine_similarity(positive, x)

# The loss of equal vectors, and the slope of their distance.
perfect = round(float(loss_of(anchor, anchor)), 4)
with tf.GradientTape() as tape:
    lengths = tf.norm(x - tf.stop_gradient(x), axis=-1)
slope = str(round(float(tape.gradient(lengths, x)[0, 0]), 4))

print("losses:", round(float(pair_loss), 4), round(float(triplet_loss), 4))
print("before:", similarity.numpy().round(2))
print("after: ", trained.numpy().round(2))
print("equal vectors:", perfect, "slope of their distance:", slope)
