import keras
from keras import layers

from inputs import features, weights

# 1. A list of layers.
sequential = keras.Sequential(
    [keras.Input((3,)), layers.Dense(5, activation="relu"), layers.Dense(2)]
)
sequential.set_weights(weights)
output_sequential = sequential(features)

# 2. Functional: call layers on a placeholder; the model is the graph.
inputs = keras.Input((3,))
hidden = layers.Dense(5, activation="relu")(inputs)
functional = keras.Model(inputs, layers.Dense(2)(hidden))
functional.set_weights(weights)
output_functional = functional(features)


# 3. A class: any Python on the way through.
class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.blocks = [layers.Dense(5, activation="relu"), layers.Dense(2)]

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x


network = Network()
tensors_when_made = len(network.weights)
network(features)  # the first call makes the weights
network.set_weights(weights)
output_class = network(features)
parameters = network.count_params()

print("tensors when made:", tensors_when_made)
print("parameters:", parameters)
print("output:", output_class[0].numpy().round(4))
