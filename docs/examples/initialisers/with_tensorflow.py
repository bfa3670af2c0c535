import keras
import numpy as np
import tensorflow as tf
from keras import initializers

from inputs import dense, image

keras.utils.set_random_seed(0)


def reach(weight):
    """The greatest number: the limit of a uniform distribution."""
    return tf.reduce_max(tf.abs(weight))


limits = [
    reach(initializers.GlorotUniform()(dense)),
    reach(initializers.GlorotUniform()(image)),
    reach(initializers.HeUniform()(dense)),
    reach(initializers.HeUniform()(image)),
]

# Normal ones: no number beyond two standard deviations.
he_normal = initializers.HeNormal()(dense)
lecun_normal = initializers.LecunNormal()(dense)
spreads = [tf.math.reduce_std(he_normal), tf.math.reduce_std(lecun_normal)]
reaches = [reach(he_normal), reach(lecun_normal)]
far = bool(reaches[0] > 2.5 * spreads[0])

# What a new PyTorch layer begins with.
linear = initializers.VarianceScaling(1 / 3, "fan_in", "uniform")
default = reach(linear(dense))

layer = keras.layers.Dense(300)
layer.build((None, 600))
zero_bias = bool(reach(layer.bias) == 0)

print("limits:", np.round(limits, 4))
print("deviations:", np.round(spreads, 4), "beyond 2.5 of one:", far)
print("PyTorch's default:", round(float(default), 4))
print("bias of a new layer is zero:", zero_bias)
