import keras
from keras import layers

from inputs import base_weights, features, head_weights, targets

base = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(5),
        layers.BatchNormalization(momentum=0.9, epsilon=1e-5),
        layers.ReLU(),
    ]
)
base.set_weights(base_weights)

inputs = keras.Input((4,))
head = layers.Dense(1)
model = keras.Model(inputs, head(base(inputs, training=False)))
head.set_weights(head_weights)


def train(rate):
    model.compile(keras.optimizers.SGD(rate), "mse")
    model.fit(features, targets, 8, epochs=2, shuffle=False, verbose=0)


# Step 1: the new head alone.
base.trainable = False
train(rate=0.02)
prediction = model(features)

# Step 2: everything but the normalisation, with a smaller rate.
base.trainable = True
base.layers[1].trainable = False
train(rate=0.005)
fine_tuned = model(features)
moving_mean = base.layers[1].moving_mean.numpy()

# `training=False` stands in the model above. Does `fit` keep to it?
base.layers[1].trainable = True
train(rate=0.0)
mode_is_undone = bool((base.layers[1].moving_mean.numpy() != moving_mean).any())

print("after step 1:", prediction[:4, 0].numpy().round(4))
print("after step 2:", fine_tuned[:4, 0].numpy().round(4))
print("moving mean:", moving_mean[:4].round(4))
print("inference mode is undone:", mode_is_undone)
