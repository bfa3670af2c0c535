import tensorflow as tf
from keras import layers

from inputs import beta, gamma, images, scale, shift

norm = layers.GroupNormalization(groups=3, epsilon=1e-5)
norm.build(images.shape)

# The other way: PyTorch's weights.
norm.set_weights([scale, shift])
output_back = norm(images)

norm.set_weights([gamma, beta])
x = tf.Variable(images)
with tf.GradientTape() as tape:
    output = norm(x)
    loss = tf.reduce_sum(output**3)
gradient = tape.gradient(loss, x)

# One channel a group: instance norm. All in one: a kind of layer norm.
settings = {"epsilon": 1e-5, "center": False, "scale": False}
instance = layers.GroupNormalization(groups=-1, **settings)(images)
whole = layers.GroupNormalization(groups=1, **settings)(images)

default = layers.GroupNormalization()
default_epsilon = default.epsilon
default_groups = default.groups

print("output:", output[0, 0, 0].numpy().round(4))
print("gradient:", gradient[0, 0, 0].numpy().round(4))
print("instance:", instance[0, 0, 0].numpy().round(4))
print("defaults:", default_groups, default_epsilon)
