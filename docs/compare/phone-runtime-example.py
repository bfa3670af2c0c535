import tempfile
from pathlib import Path

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(7)
part = np.random.default_rng(7).normal(size=(1, 4, 3)).astype("float32")


def exported(stateful: bool) -> tuple[bytes, list[float]]:
    """The file of an LSTM, and what Keras answers to one input, three times."""
    lstm = keras.layers.LSTM(5, stateful=stateful, unroll=True)
    model = keras.Sequential([keras.Input(batch_shape=part.shape), lstm])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lstm.tflite"
        model.export(path, format="litert", verbose=False)
        return path.read_bytes(), [float(model(part)[0, 0]) for _ in range(3)]


def answers(interpreter: Interpreter) -> list[float]:
    """What the file answers to the same input, three times."""
    run = interpreter.get_signature_runner("serving_default")
    name = next(iter(run.get_input_details()))
    return [float(run(**{name: part})["output_0"][0, 0]) for _ in range(3)]


for stateful in (False, True):
    file, expected = exported(stateful)
    interpreter = Interpreter(model_content=file)
    three = answers(interpreter)
    interpreter.reset_all_variables()
    after_reset = answers(interpreter)[0]
    another = answers(Interpreter(model_content=file))

    same = np.allclose(three, three[0], atol=1e-6)
    reset = np.isclose(after_reset, three[0], atol=1e-6)
    print(f"stateful={stateful}")
    print("  the three answers are equal:", same)
    print("  they are those of Keras:", np.allclose(three, expected, atol=1e-5))
    print("  reset_all_variables() starts over:", reset)
    print("  a new interpreter starts over:", np.allclose(another, three))

    assert same is not stateful
    assert np.allclose(three, expected, atol=1e-5)
    assert np.allclose(another, three)
