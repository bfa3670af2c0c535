import subprocess
import sys
from pathlib import Path

import numpy as np
import tensorflow as tf
from move_a_model_original import build_trained, pictures

model = build_trained()
images, _ = pictures(8, seed=3)
answers = model(images, training=False).numpy()
np.savez("sample.npz", images=images, logits=answers)
model.export("float32.tflite", format="litert", verbose=False)

model.export("saved", verbose=False)
converter = tf.lite.TFLiteConverter.from_saved_model("saved")
converter.optimizations = [tf.lite.Optimize.DEFAULT]
converter.target_spec.supported_types = [tf.float16]
Path("float16.tflite").write_bytes(converter.convert())

phone = """
import sys
import numpy as np
from ai_edge_litert.interpreter import Interpreter

sample = np.load("sample.npz")
for name, near in (("float32", 1e-5), ("float16", 1e-2)):
    runner = Interpreter(f"{name}.tflite").get_signature_runner()
    ((entry, details),) = runner.get_input_details().items()
    print(f"{name}.tflite wants", entry, *details["shape_signature"])
    for count in (1, 8):
        (found,) = runner(**{entry: sample["images"][:count]}).values()
        gap = np.abs(found - sample["logits"][:count]).max()
        gap /= np.abs(sample["logits"]).max()
        assert gap < near, gap
        print(f"  batch of {count}: within {near:.0e}")
assert not {"tensorflow", "keras"} & sys.modules.keys()
"""
subprocess.run([sys.executable, "-c", phone], check=True)
for name in ("float32.tflite", "float16.tflite"):
    print(f"{name}: {Path(name).stat().st_size / 1e6:.1f} MB")
