import keras
import numpy as np
from keras import layers

from inputs import samples, weights

model = keras.Sequential(
    [
        keras.Input((1024,)),
        layers.Dense(32),
        layers.BatchNormalization(epsilon=1e-5),
        layers.ReLU(),
        layers.Dense(5),
    ]
)
model.set_weights(weights)

# The same samples: all at once, one by one, and in batches of 7.
together = model(samples).numpy()
alone = np.concatenate([model(row[None]) for row in samples])
in_sevens = model.predict(samples, batch_size=7, verbose=0)

last_bits_differ = bool((together != alone).any())
nearly = bool(np.allclose(together, alone, rtol=1e-4, atol=1e-5))

# In training mode a sample also depends on its neighbours.
with_others = model(samples[:32], training=True)[0]

print("alone:   ", alone[0].round(4))
print("together:", together[0].round(4))
print("last bits differ:", last_bits_differ)
print("equal within a tolerance:", nearly)
print("in training mode:", with_others.numpy().round(4))
