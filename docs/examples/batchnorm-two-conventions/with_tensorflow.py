from keras import layers

from inputs import batch, other, state, weights

default = layers.BatchNormalization()
default_momentum, default_epsilon = default.momentum, default.epsilon

layer = layers.BatchNormalization(momentum=0.9, epsilon=1e-5)
layer.build(batch.shape)

# The other way: the tensors of PyTorch, in the same order.
layer.set_weights(list(state.values()))
output_back = layer(other)

layer.set_weights(weights)
output = layer(other)  # a call is inference unless you say otherwise

# One step of training: normalise by the batch, and move the statistics.
trained = layer(batch, training=True)
moving_mean = layer.moving_mean.numpy()
moving_variance = layer.moving_variance.numpy()

print("defaults:", default_momentum, default_epsilon)
print("output:", output[0].numpy().round(4))
print("mean after a step:", moving_mean.round(4))
print("variance after a step:", layer.moving_variance.numpy().round(4))
