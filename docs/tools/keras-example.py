import os
import subprocess
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

load_and_predict = """
import sys, keras, numpy as np

folder = sys.argv[1]
model = keras.saving.load_model(f"{folder}/model.keras")
answer = model.predict(np.load(f"{folder}/batch.npy"), verbose=0)
np.save(f"{folder}/answer.npy", answer)
print(keras.backend.backend())
"""

keras.utils.set_random_seed(7)
layers = [keras.layers.Dense(8, "gelu"), keras.layers.Dense(2, "softmax")]
model = keras.Sequential([keras.Input(shape=(3,)), *layers])
batch = np.array([[0.1, 0.2, 0.3], [1.0, -1.0, 0.5]], dtype="float32")
expected = model.predict(batch, verbose=0)

with tempfile.TemporaryDirectory() as folder:
    model.save(f"{folder}/model.keras")
    np.save(f"{folder}/batch.npy", batch)
    other = subprocess.run(
        [sys.executable, "-c", load_and_predict, folder],
        env=os.environ | {"KERAS_BACKEND": "torch"},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout.strip()
    answer = np.load(f"{folder}/answer.npy")

for backend, rows in [(keras.backend.backend(), expected), (other, answer)]:
    print(f"{backend:10}", " ".join(f"{value:.3f}" for value in rows.ravel()))
same = np.allclose(answer, expected, atol=1e-5)
print("one file, two backends, equal to 1e-5:", same)
assert same and other == "torch"
