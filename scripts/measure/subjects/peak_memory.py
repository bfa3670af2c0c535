"""The most memory a process has held: once the framework is imported, and once it has trained a little."""

import resource
import sys
from collections.abc import Callable
from typing import Any

from scripts.measure import small_cnn
from scripts.measure.case import Case, Subject, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

STEPS = 20
BATCH = 32
# Larger steps make losses of right variants differ: where two values of a pooling window, or a value and 0,
# are nearly equal, rounding decides which way a gradient goes, and training carries that on.
RATE = 0.0003


def _peak() -> float:
    """The process's peak of resident memory in bytes; Linux counts in kibibytes, macOS in bytes.

    On Linux it begins with what the process that started this one held, so that only a peak that has
    grown since is this one's own.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak if sys.platform == "darwin" else peak * 1024)


def _case(before: float, imported: float, train: Callable[[], Any]) -> Case:
    """Train, and take the peak. Losses of some steps are compared."""
    if imported <= before:
        raise RuntimeError("the peak is not this process's own: start it from a smaller one")
    losses = [float(train()) for _ in range(STEPS)]
    return Case(None, losses[::5] + losses[-1:], {"after_import": imported, "after_training": _peak()})


def _tensorflow() -> Case:
    before = _peak()
    tf = tensorflow_one_thread()
    imported = _peak()
    values = {name: tf.Variable(value) for name, value in small_cnn.weights().items()}
    images, labels = map(tf.constant, small_cnn.images(BATCH))

    def step() -> Any:
        with tf.GradientTape() as tape:
            logits = small_cnn.tensorflow_forward(tf, values, images)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
            loss = tf.reduce_mean(losses)
        names = list(values)
        gradients = tape.gradient(loss, [values[name] for name in names])
        for name, gradient in zip(names, gradients, strict=True):
            values[name].assign_sub(RATE * gradient)
        return loss

    function = tf.function(step)
    return _case(before, imported, lambda: function().numpy())


def _keras() -> Case:
    before = _peak()
    tensorflow_one_thread()
    import keras

    imported = _peak()
    model = small_cnn.keras_model()
    model.compile(
        optimizer=keras.optimizers.SGD(RATE),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    images, labels = small_cnn.images(BATCH)

    def train() -> Any:
        model.reset_metrics()  # the loss it gives is else a mean over all batches so far
        return model.train_on_batch(images, labels)

    return _case(before, imported, train)


def _pytorch(compiled: bool) -> Case:
    before = _peak()
    torch = torch_one_thread()
    imported = _peak()
    model = small_cnn.torch_model()
    run = torch.compile(model) if compiled else model
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    images, labels = small_cnn.images(BATCH)
    inputs, targets = torch.from_numpy(small_cnn.channels_first(images)), torch.from_numpy(labels)

    def train() -> float:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(run(inputs), targets)
        loss.backward()
        optimizer.step()
        return float(loss.item())

    return _case(before, imported, train)


SUBJECT = Subject(
    id="peak-memory",
    title="Memory of a small training, 20 steps of 32 images",
    question="How much memory does a process need at most?",
    group="size",
    unit="process",
    within=1e-3,
    reference="pytorch-eager",
    variants=(
        Variant("tensorflow-function", "TensorFlow, tf.function", "tensorflow", _tensorflow),
        Variant("keras-train-on-batch", "Keras, train_on_batch", "tensorflow", _keras),
        Variant("pytorch-eager", "PyTorch, eager", "pytorch", lambda: _pytorch(compiled=False)),
        Variant("pytorch-compile", "PyTorch, torch.compile", "pytorch", lambda: _pytorch(compiled=True)),
    ),
    says="A small model, so that most of it is the framework's own code; the peak counts what was held once "
    "and given back, as while compiling, and leaves out the processes that torch.compile starts to compile.",
    facts={"after_import": "bytes", "after_training": "bytes"},
    alone=True,
)
