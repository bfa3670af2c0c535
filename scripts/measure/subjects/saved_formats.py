"""A small network with the same weights in the formats of both frameworks: bytes, and seconds to load it."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.measure import small_cnn
from scripts.measure.case import Case, Subject, Variant, spread
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

IMAGES = 3
LOADS = 5
WITHIN = 1e-4

# From images to logits, in NumPy.
Run = Callable[[Any], Any]


def _case(images: Any, before: Any, save: Callable[[Path], Any], load: Callable[[Path], Run]) -> Case:
    """Save into an empty folder, load from there, and compare the logits with those from before."""
    import numpy as np

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save(folder)
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        seconds = []
        for _ in range(LOADS):
            start = time.perf_counter()
            run = load(folder)
            seconds.append(time.perf_counter() - start)
        after = run(images)
    np.testing.assert_allclose(after, before, rtol=0, atol=WITHIN)
    return Case(None, after.ravel(), {"bytes": float(size), **spread("load_seconds", seconds)})


def _session(file: Path) -> Run:
    """A session of ONNX Runtime."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda images: session.run(None, {name: images})[0]


def _from_keras(save: Callable[[Any, Path], Any], load: Callable[[Path], Run]) -> Case:
    model = small_cnn.keras_model()
    images, _ = small_cnn.images(IMAGES)
    return _case(images, model(images).numpy(), lambda folder: save(model, folder), load)


def _keras_file() -> Case:
    tensorflow_one_thread()
    import keras

    def load(folder: Path) -> Run:
        model = keras.saving.load_model(folder / "model.keras")
        return lambda images: model(images).numpy()

    return _from_keras(lambda model, folder: model.save(folder / "model.keras"), load)


def _keras_weights() -> Case:
    tensorflow_one_thread()

    def load(folder: Path) -> Run:
        model = small_cnn.keras_blank()
        model.load_weights(folder / "model.weights.h5")
        return lambda images: model(images).numpy()

    return _from_keras(lambda model, folder: model.save_weights(folder / "model.weights.h5"), load)


def _saved_model() -> Case:
    tf = tensorflow_one_thread()

    def load(folder: Path) -> Run:
        loaded = tf.saved_model.load(str(folder))
        return lambda images: loaded.serve(images).numpy()

    return _from_keras(lambda model, folder: model.export(folder, verbose=False), load)


def _saved_module() -> Case:
    tf = tensorflow_one_thread()
    module = tf.Module()
    module.values = {name: tf.Variable(value) for name, value in small_cnn.weights().items()}
    shape = tf.TensorSpec((None, small_cnn.SIDE, small_cnn.SIDE, 3), tf.float32)
    module.serve = tf.function(
        lambda batch: small_cnn.tensorflow_forward(tf, module.values, batch), input_signature=[shape]
    )

    def load(folder: Path) -> Run:
        loaded = tf.saved_model.load(str(folder))
        return lambda images: loaded.serve(images).numpy()

    images, _ = small_cnn.images(IMAGES)
    before = module.serve(images).numpy()
    return _case(images, before, lambda folder: tf.saved_model.save(module, str(folder)), load)


def _tflite() -> Case:
    tf = tensorflow_one_thread()
    from ai_edge_litert.interpreter import Interpreter

    def save(model: Any, folder: Path) -> None:
        with tempfile.TemporaryDirectory() as exported:
            model.export(exported, verbose=False)
            converted = tf.lite.TFLiteConverter.from_saved_model(exported).convert()
        (folder / "model.tflite").write_bytes(converted)

    def load(folder: Path) -> Run:
        interpreter = Interpreter(str(folder / "model.tflite"), num_threads=1)
        interpreter.allocate_tensors()
        return lambda images: _interpreted(interpreter, images)

    return _from_keras(save, load)


def _interpreted(interpreter: Any, images: Any) -> Any:
    """The logits of images one by one: the file has a batch of 1 unless it is resized."""
    import numpy as np

    into, out = interpreter.get_input_details()[0]["index"], interpreter.get_output_details()[0]["index"]
    logits = []
    for image in images:
        interpreter.set_tensor(into, image[None])
        interpreter.invoke()
        logits.append(interpreter.get_tensor(out))
    return np.concatenate(logits)


def _onnx_from_keras() -> Case:
    tensorflow_one_thread()
    return _from_keras(
        lambda model, folder: model.export(folder / "model.onnx", format="onnx", verbose=False),
        lambda folder: _session(folder / "model.onnx"),
    )


def _from_torch(torch: Any, save: Callable[[Any, Any, Path], Any], load: Callable[[Path], Run]) -> Case:
    model = small_cnn.torch_model().eval()
    images = small_cnn.channels_first(small_cnn.images(IMAGES)[0])
    batch = torch.from_numpy(images)
    with torch.inference_mode():
        before = model(batch).numpy()
    return _case(images, before, lambda folder: save(model, batch, folder), load)


def _torch_run(torch: Any, module: Any) -> Run:
    def run(images: Any) -> Any:
        with torch.inference_mode():
            return module(torch.from_numpy(images)).numpy()

    return run


def _state_dict() -> Case:
    torch = torch_one_thread()

    def load(folder: Path) -> Run:
        model = small_cnn.torch_blank()
        model.load_state_dict(torch.load(folder / "model.pt", weights_only=True))
        return _torch_run(torch, model.eval())

    return _from_torch(
        torch, lambda model, _batch, folder: torch.save(model.state_dict(), folder / "model.pt"), load
    )


def _exported() -> Case:
    torch = torch_one_thread()

    def save(model: Any, batch: Any, folder: Path) -> None:
        torch.export.save(torch.export.export(model, (batch,)), folder / "model.pt2")

    def load(folder: Path) -> Run:
        return _torch_run(torch, torch.export.load(folder / "model.pt2").module())

    return _from_torch(torch, save, load)


def _onnx_from_torch() -> Case:
    torch = torch_one_thread()

    def save(model: Any, batch: Any, folder: Path) -> None:
        torch.onnx.export(model, (batch,), folder / "model.onnx", dynamo=True, verbose=False)

    return _from_torch(torch, save, lambda folder: _session(folder / "model.onnx"))


SUBJECT = Subject(
    id="saved-formats",
    title="A small network saved in each format",
    question="How large is the file, and how long does loading it take?",
    group="size",
    unit="file",
    within=WITHIN,
    reference="state-dict",
    variants=(
        Variant("keras-file", ".keras", "tensorflow", _keras_file),
        Variant("keras-weights", ".weights.h5, into a model built anew", "tensorflow", _keras_weights),
        Variant("saved-model", "SavedModel by Keras (model.export), a directory", "tensorflow", _saved_model),
        Variant(
            "saved-model-tensorflow", "SavedModel of a tf.Module, a directory", "tensorflow", _saved_module
        ),
        Variant("tflite", "TFLite, loaded by LiteRT", "tensorflow", _tflite),
        Variant("onnx-from-keras", "ONNX from Keras, loaded by ONNX Runtime", "tensorflow", _onnx_from_keras),
        Variant("state-dict", "state_dict (.pt), into a module built anew", "pytorch", _state_dict),
        Variant("torch-export", "torch.export (.pt2)", "pytorch", _exported),
        Variant(
            "onnx-from-pytorch", "ONNX from PyTorch, loaded by ONNX Runtime", "pytorch", _onnx_from_torch
        ),
    ),
    says="The 1.1 MB of weights are the same in all files (Keras writes them twice into a SavedModel), "
    "nothing is quantised, no optimizer is saved, and the first prediction, for which some formats do "
    "what others do on loading, is not in the seconds.",
    facts={"bytes": "bytes", "load_seconds": "seconds"},
)
