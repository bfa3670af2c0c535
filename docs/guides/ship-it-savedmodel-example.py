import subprocess
import sys
from pathlib import Path

import numpy as np
from move_a_model_original import build_trained, pictures

model = build_trained()
images, _ = pictures(8, seed=3)
answers = model(images, training=False).numpy()
np.savez("sample.npz", images=images, logits=answers)
model.export("classifier/1", verbose=False)  # TensorFlow Serving: a version

server = """
import numpy as np
import tensorflow as tf

sample = np.load("sample.npz")
signature = tf.saved_model.load("classifier/1").signatures["serving_default"]
_, inputs = signature.structured_input_signature
for name, spec in inputs.items():
    print("input:", name, spec.dtype.name, spec.shape)
for count in (1, 8):
    (found,) = signature(tf.constant(sample["images"][:count])).values()
    gap = np.abs(found.numpy() - sample["logits"][:count]).max()
    assert gap < 1e-5 * np.abs(sample["logits"]).max(), gap
    print("batch of", count, "as the model answers")
"""
subprocess.run([sys.executable, "-c", server], check=True)
files = [file for file in Path("classifier").rglob("*") if file.is_file()]
print(f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB")
