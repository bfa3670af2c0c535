import inspect

import keras
import tensorflow as tf
from keras import layers
from keras.utils import pad_sequences

from inputs import bias, kernel, recurrent, table, texts, vocabulary

settings = inspect.signature(pad_sequences).parameters
default_side = settings["padding"].default

# Lower case, no punctuation, split at spaces; 0 pads, 1 is unknown.
vectorize = layers.TextVectorization(vocabulary=vocabulary)
ids = vectorize(texts)

embedding = layers.Embedding(9, 4, mask_zero=True)
rnn = layers.SimpleRNN(5)
model = keras.Sequential([embedding, rnn])
model.build((None, None))
model.set_weights([table, kernel, recurrent, bias])

# Padding behind: the mask makes the last real step the result.
last = model(ids)

# Padding in front, and cut in front: `pad_sequences` as it comes.
lists = [[int(id_) for id_ in row if id_] for row in ids]
front = pad_sequences(lists, maxlen=5)
last_of_front = model(front)

# The same without a mask: the padding is read as words.
unmasked = rnn(tf.gather(table, front))

print("ids:", *ids.numpy(), sep="\n")
print("in front:", *front, sep="\n")
print("long text, last: ", last[2].numpy().round(4))
print("long text, cut:  ", last_of_front[2].numpy().round(4))
print("Milk., masked:   ", last_of_front[1].numpy().round(4))
print("Milk., unmasked: ", unmasked[1].numpy().round(4))
