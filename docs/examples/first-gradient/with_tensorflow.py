import keras
import tensorflow as tf

from inputs import features, start, target

x, y = tf.constant(features), tf.constant(target)
weight = tf.Variable(start)
bias = tf.Variable(0.0)
optimizer = keras.optimizers.SGD(learning_rate=0.4)

history = []
for _ in range(15):
    with tf.GradientTape() as tape:
        predicted = tf.linalg.matvec(x, weight) + bias
        loss = tf.reduce_mean((predicted - y) ** 2)
    gradients = tape.gradient(loss, [weight, bias])
    optimizer.apply(gradients, [weight, bias])
    history.append(loss)

losses = tf.stack(history)
gradient = gradients[0]

print("every other loss:", losses[::2].numpy().round(3))
print("last gradient:", gradient.numpy().round(4))
print("weight:", weight.numpy().round(4))
