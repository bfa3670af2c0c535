import tensorflow as tf

from inputs import fft, hop, signal, window

x = tf.constant(signal)


def parts(spectrum):  # (frames, bins): real and imaginary
    return tf.stack([tf.math.real(spectrum), tf.math.imag(spectrum)], axis=-1)


# The window is as long as the transform.
frames = tf.signal.stft(x, frame_length=fft, frame_step=hop)
plain = parts(frames)

# Centred, as librosa and PyTorch do by default: half a frame is mirrored.
padded = tf.pad(x, [[fft // 2, fft // 2]], mode="REFLECT")
centred_frames = tf.signal.stft(padded, fft, hop)
centred = parts(centred_frames)

# A short window: the zeros that fill it up come after it.
short = tf.abs(tf.signal.stft(x, window, hop, fft_length=fft))

# Back to the signal, with a window of its own; right where frames overlap.
inverse_window = tf.signal.inverse_stft_window_fn(hop)
back = tf.signal.inverse_stft(centred_frames, fft, hop, None, inverse_window)
restored = back[fft:-fft]

default_frames = len(frames)

print("frames by default:", default_frames)
print("plain:  ", tf.norm(plain[3], axis=-1)[4:8].numpy().round(4))
print("centred:", tf.norm(centred[3], axis=-1)[4:8].numpy().round(4))
print("short:  ", short[3, 4:8].numpy().round(4))
print("restored:", restored[:4].numpy().round(4))
