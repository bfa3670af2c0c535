"""The answer to one image by a small convolutional network, in every way to run it.

A step takes an image in NumPy and gives logits in NumPy, so that conversions count in all variants alike.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.measure import small_cnn
from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import onnx_one_thread, tensorflow_one_thread, torch_one_thread

# From an image to its logits, both in NumPy.
Run = Callable[[Any], Any]


def _case(run: Run, image: Any) -> Case:
    for _ in range(10):
        run(image)
    return Case(lambda: run(image), run(image)[0])


def _keras(prepare: Callable[[Any, Any], Run]) -> Callable[[], Case]:
    """A variant of the Keras model; it is prepared from TensorFlow and the model."""

    def make() -> Case:
        tf = tensorflow_one_thread()
        model, image = small_cnn.keras_model(), small_cnn.images(1)[0]
        model(image)  # a model that was never called is not exported
        return _case(prepare(tf, model), image)

    return make


def _call(_tf: Any, model: Any) -> Run:
    return lambda image: model(image, training=False).numpy()


def _predict(_tf: Any, model: Any) -> Run:
    return lambda image: model.predict(image, verbose=0)


def _predict_on_batch(_tf: Any, model: Any) -> Run:
    run: Run = model.predict_on_batch
    return run


def _function(tf: Any, model: Any, **options: Any) -> Run:
    def forward(image: Any) -> Any:
        return model(image, training=False)

    compiled = tf.function(forward, **options)
    return lambda image: compiled(tf.constant(image)).numpy()


def _xla(tf: Any, model: Any) -> Run:
    return _function(tf, model, jit_compile=True)


def _litert(_tf: Any, model: Any) -> Run:
    return _interpreter(lambda file: model.export(file, format="litert", verbose=False))


def _interpreter(export: Callable[[Path], Any]) -> Run:
    """LiteRT with the file that `export` writes."""
    from ai_edge_litert.interpreter import Interpreter

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.tflite"
        export(file)
        interpreter = Interpreter(model_content=file.read_bytes(), num_threads=1)
    interpreter.allocate_tensors()
    into, out = interpreter.get_input_details()[0]["index"], interpreter.get_output_details()[0]["index"]

    def run(image: Any) -> Any:
        interpreter.set_tensor(into, image)
        interpreter.invoke()
        return interpreter.get_tensor(out)

    return run


def _session(export: Callable[[Path], Any]) -> Run:
    """ONNX Runtime with the file that `export` writes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.onnx"
        export(file)
        session = onnx_one_thread(file)
    name = session.get_inputs()[0].name
    return lambda image: session.run(None, {name: image})[0]


def _keras_onnx(_tf: Any, model: Any) -> Run:
    return _session(lambda file: model.export(file, format="onnx", verbose=False))


def _pytorch(prepare: Callable[[Any, Any, Any], Run]) -> Callable[[], Case]:
    """A variant of the PyTorch model; it is prepared from PyTorch, the model and an image."""

    def make() -> Case:
        torch = torch_one_thread()
        image = small_cnn.channels_first(small_cnn.images(1)[0])
        run = prepare(torch, small_cnn.torch_model().eval(), torch.from_numpy(image))
        return _case(run, image)

    return make


def _module(torch: Any, module: Any, _example: Any) -> Run:
    def run(image: Any) -> Any:
        with torch.inference_mode():
            return module(torch.from_numpy(image)).numpy()

    return run


def _compile(torch: Any, model: Any, example: Any) -> Run:
    return _module(torch, torch.compile(model), example)


def _export(torch: Any, model: Any, example: Any) -> Run:
    return _module(torch, torch.export.export(model, (example,)).module(), example)


def _torch_onnx(torch: Any, model: Any, example: Any) -> Run:
    return _session(lambda file: torch.onnx.export(model, (example,), file, dynamo=True, verbose=False))


def _torch_litert(_torch: Any, model: Any, example: Any) -> Run:
    import litert_torch

    litert_torch.config.show_progress = False
    return _interpreter(lambda file: litert_torch.convert(model, (example,)).export(str(file)))


def _executorch(torch: Any, model: Any, example: Any) -> Run:
    from executorch.backends.xnnpack.partition.xnnpack_partitioner import XnnpackPartitioner
    from executorch.exir import to_edge_transform_and_lower
    from executorch.extension.pybindings import portable_lib
    from executorch.runtime import Runtime

    # Its threads follow the machine's cores, of which a variant has one; no public call sets their number.
    portable_lib._unsafe_reset_threadpool(1)
    program = torch.export.export(model, (example,))
    lowered = to_edge_transform_and_lower(program, partitioner=[XnnpackPartitioner()])
    loaded = Runtime.get().load_program(lowered.to_executorch().buffer)
    method = loaded.load_method("forward")

    def run(image: Any) -> Any:
        return method.execute([torch.from_numpy(image)])[0].numpy()

    # The method refers to the program, and would outlive it.
    run.program = loaded  # type: ignore[attr-defined]
    return run


SUBJECT = Subject(
    id="infer-batch-1",
    title="One image through a small convolutional network",
    question="How long does a model take to answer a single request?",
    group="inference",
    unit="image of 32 × 32",
    within=1e-4,
    reference="pytorch-eager",
    variants=(
        Variant("keras-call", "Keras, model(x)", "tensorflow", _keras(_call)),
        Variant("keras-predict", "Keras, predict", "tensorflow", _keras(_predict)),
        Variant("keras-predict-on-batch", "Keras, predict_on_batch", "tensorflow", _keras(_predict_on_batch)),
        Variant("tensorflow-function", "Keras model in tf.function", "tensorflow", _keras(_function)),
        Variant("tensorflow-xla", "Keras model in tf.function with XLA", "tensorflow", _keras(_xla)),
        Variant("litert", "LiteRT, from Keras", "tensorflow", _keras(_litert)),
        Variant("onnx-from-keras", "ONNX Runtime, from Keras", "tensorflow", _keras(_keras_onnx)),
        Variant("pytorch-eager", "PyTorch, eager", "pytorch", _pytorch(_module)),
        Variant("pytorch-compile", "PyTorch, torch.compile", "pytorch", _pytorch(_compile)),
        Variant("torch-export", "PyTorch, torch.export program", "pytorch", _pytorch(_export)),
        Variant("onnx-from-pytorch", "ONNX Runtime, from PyTorch", "pytorch", _pytorch(_torch_onnx)),
        Variant(
            "litert-from-pytorch",
            "LiteRT, from PyTorch",
            "pytorch",
            _pytorch(_torch_litert),
            environment="litert-torch",
        ),
        Variant(
            "executorch",
            "ExecuTorch with XNNPACK",
            "pytorch",
            _pytorch(_executorch),
            environment="executorch",
        ),
    ),
    says="One image, one thread and a network that answers within milliseconds, so the cost of a call weighs "
    "heavily; neither larger batches nor quantisation nor a server around the model are in it. LiteRT from "
    "PyTorch and ExecuTorch run in environments of their own, with the PyTorch that their packages ask for; "
    "which, the versions of the run tell.",
)
