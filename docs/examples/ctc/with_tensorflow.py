import keras
import tensorflow as tf

from inputs import frames, letters, scores, texts

x = tf.Variable(scores)

# One loss for each recording, from scores: no softmax before it.
with tf.GradientTape() as tape:
    losses = keras.ops.ctc_loss(texts, x, letters, frames)
    loss = tf.reduce_mean(losses)  # by recording, as Keras
gradient = tape.gradient(loss, x)

per_letter = tf.reduce_mean(losses / letters)  # PyTorch's default

# The class takes every frame, padding included, and counts the labels that
# are not 0.
all_frames = keras.losses.CTC()(texts, scores)

# A network whose blank is the last class, so that letters begin at 0.
blank_last = tf.nn.ctc_loss(
    texts - 1,
    scores,
    letters,
    frames,
    logits_time_major=False,
    blank_index=4,
)

# The best class of each frame; repeats are joined, blanks dropped.
time_first = tf.transpose(scores, (1, 0, 2))
(decoded,), _ = tf.nn.ctc_greedy_decoder(time_first, frames, blank_index=0)
decoded = tf.sparse.to_dense(decoded)[0]

# 4 letters, two of them equal, need 5 frames.
too_short = keras.ops.ctc_loss(texts[:1], scores[:1], letters[:1], [3])
is_infinite = bool(tf.math.is_inf(too_short)[0])

print("losses:", losses.numpy().round(4))
print("mean:", round(float(loss), 4))
print("mean by letter:", round(float(per_letter), 4))
print("decoded:", decoded.numpy())
print("3 frames for 4 letters:", too_short.numpy().round(1))
