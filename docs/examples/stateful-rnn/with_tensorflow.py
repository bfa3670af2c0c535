import keras
import tensorflow as tf
from keras import layers

from inputs import bias, kernel, recurrent, texts, wanted

lstm = layers.LSTM(5, stateful=True, return_sequences=True)
model = keras.Sequential([keras.Input(batch_shape=(2, 4, 3)), lstm])
lstm.set_weights([kernel, recurrent, bias])

# The state stays in the layer from one call to the next.
model(texts[:, :4])
model(texts[:, 4:8])
with tf.GradientTape() as tape:
    last_part = model(texts[:, 8:])
    loss = keras.losses.MeanSquaredError()(wanted, last_part)

# The gradient ends where the part begins: the state is a constant.
gradient = tape.gradient(loss, lstm.trainable_weights[0])

# Other texts begin with an empty state, which you must ask for.
lstm.reset_state()
fresh = model(texts[:, 8:])

# The same in one call.
whole = layers.LSTM(5, return_sequences=True)
whole.build(texts.shape)
whole.set_weights([kernel, recurrent, bias])
at_once = whole(texts)[:, 8:]

try:
    model(texts[:1, :4])
except ValueError as error:
    other_batch = type(error).__name__

print("last part:", last_part[0, -1].numpy().round(4))
print("at once:  ", at_once[0, -1].numpy().round(4))
print("fresh:    ", fresh[0, -1].numpy().round(4))
print("gradient: ", gradient[0, :5].numpy().round(4))
print("another batch size:", other_batch)
