import keras
import tensorflow as tf
from keras import optimizers

from inputs import features, start, targets

recipes = {
    "SGD": optimizers.SGD(0.1),
    "momentum": optimizers.SGD(0.1, momentum=0.9),
    "Nesterov": optimizers.SGD(0.1, momentum=0.9, nesterov=True),
    "Adam": optimizers.Adam(0.01, epsilon=1e-8),
    "AdamW": optimizers.AdamW(0.01, weight_decay=0.01, epsilon=1e-8),
    "RMSprop": optimizers.RMSprop(0.1, rho=0.9, epsilon=1e-8),
    "Adagrad": optimizers.Adagrad(0.1, initial_accumulator_value=0.1),
    "cosine": optimizers.SGD(optimizers.schedules.CosineDecay(0.1, 20)),
}


def descend(optimizer):
    w = keras.Variable(start)
    for _ in range(20):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((features @ w.value - targets) ** 2)
        optimizer.apply(tape.gradient(loss, [w.value]), [w])
    return w.numpy()[:, 0]


ends = {name: descend(recipe) for name, recipe in recipes.items()}

# Epsilon is added at another place of the formula.
wide = descend(optimizers.Adam(0.01, epsilon=0.1))
first_weight_wide_epsilon = round(float(wide[0]), 4)
rms = descend(optimizers.RMSprop(0.1, rho=0.9, epsilon=0.1))
first_weight_rmsprop = round(float(rms[0]), 4)

for name, w in ends.items():
    print(f"{name:9}", w.round(4))
print("Adam, epsilon 0.1:", wide.round(4))
print("RMSprop, epsilon 0.1:", rms.round(4))
