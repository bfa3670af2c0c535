import keras
from keras import layers, regularizers

from inputs import features, kernel, targets

dense = layers.Dense(
    1, use_bias=False, kernel_regularizer=regularizers.L2(0.01)
)
model = keras.Sequential(
    [keras.Input((4,)), layers.BatchNormalization(epsilon=1e-5), dense]
)
dense.set_weights([kernel])
model.compile(keras.optimizers.SGD(0.05), "mse", metrics=["mse"])

# While it learns: a mean over batches, each before its step.
history = model.fit(
    features,
    targets,
    batch_size=16,
    epochs=4,
    shuffle=False,  # only so that both runs see the same batches
    verbose=0,
).history
running = keras.ops.convert_to_tensor(history["loss"])

# What it has learned: one set of weights, in inference mode.
evaluated, error = model.evaluate(features, targets, batch_size=16, verbose=0)
penalty = evaluated - error

# The same weights with the statistics of the batch, as in training.
mse = keras.losses.MeanSquaredError()
by_batch_statistics = mse(targets, model(features, training=True))

print("epochs of fit:", running.numpy().round(4))
print("evaluate:", round(evaluated, 4))
print("  without the penalty:", round(error, 4))
print("  and with the batch's statistics:", end=" ")
print(round(float(by_batch_statistics), 4))
