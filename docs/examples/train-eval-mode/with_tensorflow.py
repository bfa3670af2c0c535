import keras

from inputs import bias, features, kernel, mean, ones, variance, zeros

keras.utils.set_random_seed(0)
dense = keras.layers.Dense(4)
norm = keras.layers.BatchNormalization(epsilon=1e-5)
dropout = keras.layers.Dropout(0.5)

# A call infers unless it is told otherwise.
fresh = dropout(features)
fresh_dropout_drops = bool((fresh.numpy() == 0).any())

# In training, what is kept is divided by the share that is kept.
dropped = dropout(keras.ops.ones((6, 3)), training=True)
greatest_in_training = float(keras.ops.max(dropped))

model = keras.Sequential([keras.Input((3,)), dense, norm, dropout])
dense.set_weights([kernel, bias])
norm.set_weights([ones, zeros, mean, variance])

# For the whole model, inference is an argument, and the default.
output = model(features, training=False)

# A frozen normalisation keeps to its stored statistics, even in training.
norm.trainable = False
norm(dense(features), training=True)
frozen_statistics_move = bool((norm.moving_mean.numpy() != mean).any())

print("a fresh dropout drops:", fresh_dropout_drops)
print("greatest in training:", greatest_in_training)
print("inference:", output[0].numpy().round(4))
print("frozen statistics move:", frozen_statistics_move)
