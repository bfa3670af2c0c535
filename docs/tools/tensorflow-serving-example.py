import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(7)
model = tf.keras.Sequential(
    [tf.keras.Input(shape=(3,)), tf.keras.layers.Dense(2, activation="softmax")]
)


@tf.function(
    input_signature=[tf.TensorSpec([None, 3], tf.float32, name="features")]
)
def classify(features):
    return {"probabilities": model(features)}


batch = np.array([[0.1, 0.2, 0.3], [1.0, -1.0, 0.5]], dtype="float32")

with tempfile.TemporaryDirectory() as base:
    version = Path(base) / "classifier" / "1"
    archive = tf.keras.export.ExportArchive()
    archive.track(model)
    archive.add_endpoint("classify", classify)
    archive.write_out(version, verbose=False)

    served = tf.saved_model.load(version)
    print("signatures:", sorted(served.signatures))
    signature = served.signatures["classify"]
    _, inputs = signature.structured_input_signature
    for name, spec in inputs.items():
        print("input:", name, spec.dtype.name, spec.shape)
    for name, spec in signature.structured_outputs.items():
        print("output:", name, spec.dtype.name, spec.shape)
    answer = signature(features=tf.constant(batch))["probabilities"].numpy()

same = np.allclose(answer, model(batch).numpy(), atol=1e-6)
print("reloaded output equals the model:", same)
assert same
