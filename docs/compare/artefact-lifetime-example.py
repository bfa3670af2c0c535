import tempfile

import keras
import numpy as np
import tensorflow as tf
import torch

keras_model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
torch_model = torch.nn.Linear(3, 2)
x = np.ones((1, 3), dtype="float32")
expected = keras_model(x).numpy()

with tempfile.TemporaryDirectory() as folder:
    torch.save(
        torch_model.state_dict(),
        f"{folder}/old.pt",
        _use_new_zipfile_serialization=False,
    )
    state = torch.load(f"{folder}/old.pt")
    assert all(
        map(torch.equal, state.values(), torch_model.state_dict().values())
    )
    print("weights in the format before PyTorch 1.6: loaded, equal")

    keras_model.save(f"{folder}/old.h5")
    old = keras.saving.load_model(f"{folder}/old.h5")
    assert np.array_equal(old(x), expected)
    print("Keras .h5 file: loaded, equal")

    keras_model.export(f"{folder}/saved", verbose=False)
    try:
        keras.saving.load_model(f"{folder}/saved")
    except ValueError:
        print("SavedModel in keras.saving.load_model: refused")
    saved = tf.saved_model.load(f"{folder}/saved")
    np.testing.assert_allclose(saved.serve(x), expected, atol=1e-6)
    print("the same SavedModel in tf.saved_model.load: loaded, equal")
