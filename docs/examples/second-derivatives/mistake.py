# gradient() of a vector adds its entries up first, so rows are summed.
with tf.GradientTape() as outer:
    with tf.GradientTape() as inner:
        loss = tf.reduce_mean(losses_of(weight))
    gradient = inner.gradient(loss, weight)
curvature = outer.gradient(gradient, weight)

print("curvature:", curvature.numpy().round(4))
