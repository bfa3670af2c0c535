import keras
import tensorflow as tf
from keras import initializers

from inputs import dense, image

keras.utils.set_random_seed(0)


def reach(weight):
    """The greatest number: the limit of a uniform distribution."""
    return tf.reduce_max(tf.abs(weight))


glorot = reach(initializers.GlorotUniform()(dense))
glorot_image = reach(initializers.GlorotUniform()(image))
he = reach(initializers.HeUniform()(dense))
he_image = reach(initializers.HeUniform()(image))

# Normal ones: no number beyond two standard deviations.
drawn = initializers.HeNormal()(dense)
he_normal, he_normal_reach = tf.math.reduce_std(drawn), reach(drawn)
lecun_normal = tf.math.reduce_std(initializers.LecunNormal()(dense))
far = bool(he_normal_reach > 2.5 * he_normal)

# What a new PyTorch layer begins with.
linear = initializers.VarianceScaling(1 / 3, "fan_in", "uniform")
default = reach(linear(dense))

layer = keras.layers.Dense(300)
layer.build((None, 600))
zero_bias = bool(reach(layer.bias) == 0)

print("Glorot:", round(float(glorot), 4), "He:", round(float(he), 4))
print("He normal:", round(float(he_normal), 4), "beyond 2.5 of it:", far)
print("PyTorch's default:", round(float(default), 4))
print("bias of a new layer is zero:", zero_bias)
