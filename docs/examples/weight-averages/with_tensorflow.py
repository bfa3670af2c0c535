import keras
from keras import callbacks, layers, ops, optimizers

from inputs import features, kernel, targets

default_decay = optimizers.SGD(use_ema=True).ema_momentum

norm = layers.BatchNormalization(momentum=0.9, epsilon=1e-5)
dense = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((4,)), norm, dense])
dense.set_weights([kernel])
model.compile(optimizers.SGD(0.1, use_ema=True, ema_momentum=0.9), "mse")

kernels = []  # after each step: three epochs of three batches
keep = callbacks.LambdaCallback(
    on_train_batch_end=lambda batch, logs: kernels.append(dense.kernel.numpy())
)
model.fit(
    features,
    targets,
    batch_size=8,
    epochs=3,
    shuffle=False,  # only so that both runs see the same batches
    callbacks=[keep],
    verbose=0,
)
last = ops.convert_to_tensor(kernels[-1])

# `fit` ends by writing the average into the model.
average = dense.kernel
holds_average = not bool(ops.all(ops.equal(average, last)))
statistics = norm.moving_mean
prediction = model(features)[:, 0]  # a call is inference

# A plain mean has no class in Keras; the optimiser cannot take it.
mean = ops.mean(ops.stack(kernels), axis=0)

print("default decay:", default_decay)
print("last step:", last[:, 0].numpy().round(4))
print("average:  ", average[:, 0].numpy().round(4))
print("the model holds the average:", holds_average)
print("prediction:", prediction[:3].numpy().round(4))
