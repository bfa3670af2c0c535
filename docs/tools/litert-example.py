import tempfile
from pathlib import Path

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(7)
model = keras.Sequential(
    [
        keras.Input(shape=(8, 8, 1), name="image"),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ]
)
image = np.random.default_rng(7).random((1, 8, 8, 1), dtype="float32")
expected = model.predict(image, verbose=0)

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "classifier.tflite"
    model.export(path, format="litert", verbose=False)
    print("file identifier:", path.read_bytes()[4:8].decode())

    interpreter = Interpreter(model_path=str(path), num_threads=1)
    for name, ends in interpreter.get_signature_list().items():
        print("signature:", name, ends)
    classify = interpreter.get_signature_runner("serving_default")
    answer = classify(image=image)["output_0"]

for side, values in [("Keras ", expected), ("LiteRT", answer)]:
    print(side, " ".join(f"{value:.3f}" for value in values[0]))
same = np.allclose(answer, expected, atol=1e-5)
print("equal to 1e-5:", same)
assert same
