import inspect

import keras
import numpy as np
import tensorflow as tf
from keras import activations, layers, losses, ops, optimizers

from inputs import features, targets

keras.utils.set_random_seed(0)


def default(function, name):
    return inspect.signature(function).parameters[name].default


def dtype_of(tensor):
    return tensor.dtype.name


# Normalisation
layer_norm_epsilon = default(layers.LayerNormalization, "epsilon")
batch_norm_epsilon = default(layers.BatchNormalization, "epsilon")
batch_norm_momentum = default(layers.BatchNormalization, "momentum")
group_norm_epsilon = default(layers.GroupNormalization, "epsilon")
rms_norm_epsilon = default(layers.RMSNormalization, "epsilon")

# Activations
leaky_relu_layer_slope = default(layers.LeakyReLU, "negative_slope")
leaky_relu_function_slope = default(tf.nn.leaky_relu, "alpha")
gelu_function_approximates = default(ops.gelu, "approximate")
softmax_axis = default(ops.softmax, "axis")
prelu = layers.PReLU()
prelu.build((None, 4))
prelu_start = float(prelu.alpha[0])

# Fresh weights
dense = layers.Dense(50)
dense.build((None, 100))
dense_kernel_bound = round(float(ops.max(dense.kernel)), 2)
dense_bias_starts_at_zero = bool((dense.bias.numpy() == 0).all())
embedding = layers.Embedding(1000, 50)
embedding.build()
embedding_deviation = round(float(ops.std(embedding.embeddings)), 2)

# Recurrent layers: 2 samples, 5 steps, 3 features
lstm = layers.LSTM(4)
lstm_output = lstm(np.zeros((2, 5, 3), "float32"))
recurrent = lstm.cell.recurrent_kernel.numpy()
lstm_forget_bias_is_one = bool((lstm.cell.bias[4:8].numpy() == 1).all())
lstm_biases = len(lstm.weights) - 2
products = recurrent @ recurrent.T
lstm_recurrent_orthogonal = np.allclose(products, np.eye(4), atol=1e-5)
lstm_returns_all_steps = lstm.return_sequences
lstm_batch_first = lstm_output.shape[0] == 2

# Images: 3 channels of 4 x 5
image = np.ones((1, 4, 5, 3), "float32")
conv_output = layers.Conv2D(8, 3)(image)
channel_axis = list(conv_output.shape).index(8)
resize_method = default(tf.image.resize, "method")
pool = layers.AveragePooling2D(3, strides=1, padding="same")
average_pool_counts_padding = bool((pool(image).numpy() != 1).any())

# Optimizers
sgd_learning_rate = default(optimizers.SGD, "learning_rate")
adam_epsilon = default(optimizers.Adam, "epsilon")
adamw_weight_decay = default(optimizers.AdamW, "weight_decay")
nadam_learning_rate = default(optimizers.Nadam, "learning_rate")
rmsprop_learning_rate = default(optimizers.RMSprop, "learning_rate")
rmsprop_memory = default(optimizers.RMSprop, "rho")
rmsprop_epsilon = default(optimizers.RMSprop, "epsilon")
adagrad_learning_rate = default(optimizers.Adagrad, "learning_rate")
adagrad_accumulator = default(optimizers.Adagrad, "initial_accumulator_value")
adagrad_epsilon = default(optimizers.Adagrad, "epsilon")
adadelta_learning_rate = default(optimizers.Adadelta, "learning_rate")
adadelta_memory = default(optimizers.Adadelta, "rho")
adadelta_epsilon = default(optimizers.Adadelta, "epsilon")

# Losses
sparse_loss = losses.SparseCategoricalCrossentropy
cross_entropy_expects_logits = default(sparse_loss, "from_logits")
cross_entropy_ignored_label = default(sparse_loss, "ignore_class")
kl_divergence_reduction = default(losses.KLDivergence, "reduction")
worst = losses.binary_crossentropy(ops.ones(1), ops.zeros(1))
greatest_binary_cross_entropy = round(float(worst), 2)

# Calls and training
dropped = layers.Dropout(0.5)(features)
dropout_drops_when_called = bool((dropped.numpy() == 0).any())
model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.zeros((64, 1)), np.zeros((64, 1)), verbose=0)
batch_size = 64 // int(model.optimizer.iterations)
training_shuffles = default(keras.Model.fit, "shuffle")

# Numbers
integer_dtype = dtype_of(tf.constant([1]))
argmax_dtype = dtype_of(ops.argmax(features))
one_hot_dtype = dtype_of(ops.one_hot(np.array([1]), 2))
integer_quotient_dtype = dtype_of(tf.constant([1]) / tf.constant([2]))
deviation_of_0_and_2 = round(float(ops.std([0.0, 2.0])), 4)
median_of_1_2_3_4 = float(ops.median([1.0, 2.0, 3.0, 4.0]))

for name, value in list(vars().items()):
    if isinstance(value, bool | int | float | str | None) and name[0] != "_":
        print(f"{name:29} {value}")

# Defaults that agree
x = ops.convert_to_tensor(features)
act = activations
functions = [act.softplus, act.elu, act.silu, act.gelu]
activated = [function(x) for function in functions]
adam = optimizers.Adam()
adam_settings = [float(adam.learning_rate), adam.beta_1, adam.beta_2]
huber = losses.Huber()(targets, x)
conv_size = list(conv_output.shape[1:3])
batches = tf.data.Dataset.from_tensor_slices(features).batch(3)
batch_lengths = [len(batch) for batch in batches]

# A block whose defaults do not agree
block = keras.Sequential([layers.LayerNormalization(), layers.LeakyReLU()])
block_output = block(0.1 * x)
