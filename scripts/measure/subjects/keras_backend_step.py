"""A training step of one Keras model on both backends, beside the same step written without Keras."""

from typing import Any

from scripts.measure import small_cnn, training
from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import keras_on_torch_one_thread
from scripts.measure.subjects.train_cnn import NETWORK


def _train_on_batch(**options: Any) -> Case:
    """Keras's own step on the PyTorch backend."""
    torch = keras_on_torch_one_thread()
    import keras

    model = small_cnn.keras_model()
    model.compile(
        optimizer=keras.optimizers.SGD(NETWORK.rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        **options,
    )
    inputs, labels = map(torch.from_numpy, NETWORK.batch())

    def step() -> float:
        model.reset_metrics()  # without it, the loss is the mean over all steps so far
        return float(model.train_on_batch(inputs, labels))

    return training.case(step)


def _own_loop() -> Case:
    """The Keras model as the PyTorch module that it is, in a loop and with an optimizer of PyTorch."""
    torch = keras_on_torch_one_thread()
    model = small_cnn.keras_model()
    inputs, labels = map(torch.from_numpy, NETWORK.batch())
    optimizer = torch.optim.SGD(model.parameters(), lr=NETWORK.rate)

    def step() -> float:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(inputs, training=True), labels)
        loss.backward()
        optimizer.step()
        return float(loss.item())

    return training.case(step)


SUBJECT = Subject(
    id="keras-backend-step",
    title="The same Keras model on TensorFlow and on PyTorch",
    question="What does Keras cost on each backend, compared with the framework without Keras?",
    group="training",
    unit="training step of 32 images of 32 × 32",
    within=training.WITHIN,
    reference="pytorch-eager",
    variants=(
        Variant(
            "tensorflow-function",
            "TensorFlow without Keras, tf.function",
            "tensorflow",
            lambda: training.case(training.tensorflow_step(NETWORK, {})),
        ),
        Variant(
            "keras-tensorflow",
            "Keras on TensorFlow, train_on_batch",
            "tensorflow",
            lambda: training.case(training.keras_step(NETWORK)),
        ),
        Variant(
            "keras-tensorflow-eager",
            "Keras on TensorFlow, run_eagerly=True",
            "tensorflow",
            lambda: training.case(training.keras_step(NETWORK, run_eagerly=True)),
        ),
        Variant(
            "pytorch-eager",
            "PyTorch without Keras, eager",
            "pytorch",
            lambda: training.case(training.torch_step(NETWORK)),
        ),
        Variant("keras-torch", "Keras on PyTorch, train_on_batch", "pytorch", _train_on_batch),
        Variant(
            "keras-torch-compiled",
            "Keras on PyTorch, jit_compile=True",
            "pytorch",
            lambda: _train_on_batch(jit_compile=True),
        ),
        Variant("keras-torch-own-loop", "Keras model in a PyTorch loop", "pytorch", _own_loop),
    ),
    says="A model of two convolutions and images with channels last, as Keras has them by default: on "
    "PyTorch each convolution turns them round and back. A larger model hides more of what Keras adds.",
)
