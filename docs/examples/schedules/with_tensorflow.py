import keras
import tensorflow as tf
from keras.optimizers import SGD, schedules

from inputs import fall, val_losses, warm_up, warm_up_rates

first, peak = warm_up_rates.values()


def rates_used(schedule, steps):
    """How far a weight moves at each step, with a gradient of 1."""
    weight, optimizer, moved = tf.Variable(0.0), SGD(schedule), []
    for _ in range(steps):
        before = tf.identity(weight)
        optimizer.apply_gradients([(tf.constant(1.0), weight)])
        moved.append(before - weight)
    return tf.stack(moved)


# The schedule is the rate, and the optimiser counts the steps.
warm_cosine = schedules.CosineDecay(
    first, fall, warmup_target=peak, warmup_steps=warm_up
)
rates = rates_used(warm_cosine, 13)
after_the_end = round(float(warm_cosine(14)), 4)

stairs = rates_used(schedules.ExponentialDecay(peak, 4, 0.5, True), 10)

# By plateau: a callback of `fit`, here with losses that are given.
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(SGD(peak), "mse")
plateau = keras.callbacks.ReduceLROnPlateau(
    factor=0.5, patience=2, min_delta=0.01, mode="min"
)
plateau.set_model(model)
plateau.on_train_begin()
plateau_rates = []
for epoch, loss in enumerate(val_losses):
    plateau.on_epoch_end(epoch, {"val_loss": loss})
    plateau_rates.append(tf.identity(model.optimizer.learning_rate))
by_plateau = tf.stack(plateau_rates)

print("warm-up:", rates[:5].numpy().round(4))
print("cosine: ", rates[5:].numpy().round(4))
print("two steps after the end:", after_the_end)
print("stairs: ", stairs.numpy().round(4))
print("plateau:", by_plateau.numpy().round(4))
