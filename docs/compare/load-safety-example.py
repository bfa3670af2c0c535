import contextlib
import io
import pickle
import tempfile

import keras
import torch


class Payload:
    def __reduce__(self):
        return print, ("code from the file ran",)


def outcome(load, path, **options):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            load(path, **options)
        except (pickle.UnpicklingError, ValueError) as error:
            return f"refused with {type(error).__name__}"
    return said.getvalue().strip()


with tempfile.TemporaryDirectory() as folder:
    pt, archive = f"{folder}/model.pt", f"{folder}/model.keras"
    torch.save(Payload(), pt)

    noisy = keras.layers.Lambda(
        lambda x: (print("code from the file ran"), x)[1]
    )
    with contextlib.redirect_stdout(io.StringIO()):
        keras.Sequential([keras.Input((2,)), noisy]).save(archive)

    load_model = keras.saving.load_model
    torch_safe = outcome(torch.load, pt)
    torch_unsafe = outcome(torch.load, pt, weights_only=False)
    keras_safe = outcome(load_model, archive)
    keras_unsafe = outcome(load_model, archive, safe_mode=False)

print("torch.load:", torch_safe)
print("torch.load(weights_only=False):", torch_unsafe)
print("keras load_model:", keras_safe)
print("keras load_model(safe_mode=False):", keras_unsafe)
assert torch_safe.startswith("refused") and keras_safe.startswith("refused")
assert torch_unsafe == keras_unsafe == "code from the file ran"
