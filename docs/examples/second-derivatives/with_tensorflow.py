import tensorflow as tf

from inputs import direction, features, labels, start

x, y = tf.constant(features), tf.constant(labels)
weight = tf.Variable(start)


def losses_of(weight):
    logits = tf.linalg.matvec(x, weight)
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits)


with tf.GradientTape(persistent=True) as outer:
    with tf.GradientTape() as inner:
        loss = tf.reduce_mean(losses_of(weight))
    gradient = inner.gradient(loss, weight)
    slope = tf.tensordot(gradient, direction, axes=1)

hessian = outer.jacobian(gradient, weight)
curvature = tf.linalg.diag_part(hessian)

# The Hessian times a vector, without the Hessian.
hessian_times = outer.gradient(slope, weight)

# One gradient for each sample.
with tf.GradientTape() as tape:
    losses = losses_of(weight)
per_sample = tape.jacobian(losses, weight)

print("curvature:", curvature.numpy().round(4))
print("Hessian times direction:", hessian_times.numpy().round(4))
print("gradient:", gradient.numpy().round(4))
print("per sample, mean:", tf.reduce_mean(per_sample, 0).numpy().round(4))
