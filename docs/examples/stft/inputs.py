"""The same numbers for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
time = np.arange(512) / 512
tones = np.sin(2 * np.pi * 40 * time) + 0.5 * np.sin(2 * np.pi * 97 * time)
signal = (tones + 0.1 * rng.normal(size=512)).astype("float32")

fft, window, hop = 64, 48, 16  # a window that is shorter than the transform
