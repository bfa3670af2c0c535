import os
import subprocess
import sys

import numpy as np

convolve = """
import sys
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(0)
images = rng.normal(size=(4, 32, 32, 64)).astype("float32")
kernel = rng.normal(size=(3, 3, 64, 64)).astype("float32")
np.save(sys.argv[1], tf.nn.conv2d(images, kernel, 1, "SAME"))
"""
results = {}
for switch in ("1", "0"):
    names = os.environ | {"TF_ENABLE_ONEDNN_OPTS": switch}
    command = [sys.executable, "-c", convolve, f"{switch}.npy"]
    subprocess.run(command, env=names, check=True, stderr=subprocess.DEVNULL)
    results[switch] = np.load(f"{switch}.npy")

on, off = results["1"], results["0"]
apart = np.abs(on - off).max() / np.abs(off).max()
print(
    f"on and off, the largest difference: below {1e-5:.0e} of the largest value"
)
assert apart < 1e-5
