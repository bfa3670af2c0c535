"""How much memory a process holds in the course of a longer training, and whether that grows."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.measure import small_cnn, training
from scripts.measure.case import QUICK, Case, Subject, Variant
from scripts.measure.frameworks import keras_on_torch_one_thread, tensorflow_one_thread, torch_one_thread
from scripts.measure.subjects.train_cnn import BATCH, NETWORK

WARM = 100  # steps, after which caches of the allocator are full
STEPS = 2000
# With other batches each step, losses part by rounding sooner; some of the first are compared.
COMPARED = 4
BATCHES = 50
MOMENTS = ("held_warm", "held_halfway", "held_at_end")


def _resident() -> float | None:
    """The bytes of memory that the process holds now; None where the system is not Linux."""
    gc.collect()
    file = Path("/proc/self/statm")
    if not file.exists():
        return None
    return float(int(file.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE"))


def _batches() -> list[tuple[Any, Any]]:
    """Batches that follow each other, made once: what is measured is the training, not its data."""
    images, labels = small_cnn.images(BATCH * BATCHES)
    return [(images[at : at + BATCH], labels[at : at + BATCH]) for at in range(0, len(images), BATCH)]


def _case(train: Callable[[Any, Any], float]) -> Case:
    """Train on NumPy batches, as a data loader gives them, and look at the memory at three moments."""
    batches = _batches()
    trial = os.environ.get(QUICK)
    warm, steps = (COMPARED, 2 * COMPARED) if trial else (WARM, STEPS)
    moments = dict(zip(MOMENTS, (warm, (warm + steps) // 2, steps), strict=True))
    losses, held = [], {}
    for step in range(steps):
        loss = train(*batches[step % BATCHES])
        if step < COMPARED:
            losses.append(loss)
        for moment, after in moments.items():
            if step + 1 == after:
                held[moment] = _resident()
    return Case(None, losses, {moment: bytes_ for moment, bytes_ in held.items() if bytes_ is not None})


def _keras(training_step: Callable[[], Any]) -> Case:
    """`train_on_batch` of a compiled Keras model, whichever the backend."""
    training_step()
    import keras

    model = small_cnn.keras_model()
    model.compile(
        optimizer=keras.optimizers.SGD(NETWORK.rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )

    def train(images: Any, labels: Any) -> float:
        model.reset_metrics()
        return float(model.train_on_batch(images, labels))

    return _case(train)


def _tensorflow() -> Case:
    tf = tensorflow_one_thread()
    values = {name: tf.Variable(value) for name, value in small_cnn.weights().items()}

    @tf.function  # type: ignore[untyped-decorator]
    def step(images: Any, labels: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = small_cnn.tensorflow_forward(tf, values, images)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
            loss = tf.reduce_mean(losses)
        variables = list(values.values())
        for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
            variable.assign_sub(NETWORK.rate * gradient)
        return loss

    # A tensor, not an array: an array of another batch would be traced anew.
    return _case(lambda images, labels: float(step(tf.constant(images), tf.constant(labels)).numpy()))


def _pytorch() -> Case:
    torch = torch_one_thread()
    model = small_cnn.torch_model()
    optimizer = torch.optim.SGD(model.parameters(), lr=NETWORK.rate)

    def train(images: Any, labels: Any) -> float:
        optimizer.zero_grad()
        inputs = torch.from_numpy(small_cnn.channels_first(images))
        loss = torch.nn.functional.cross_entropy(model(inputs), torch.from_numpy(labels))
        loss.backward()
        optimizer.step()
        return float(loss.item())

    return _case(train)


SUBJECT = Subject(
    id="long-training-memory",
    title="Memory in the course of 2,000 training steps",
    question="Does the memory of a training process grow, and does Keras on PyTorch differ in that?",
    group="size",
    unit="process",
    within=training.WITHIN,
    reference="pytorch-eager",
    variants=(
        Variant("tensorflow-function", "TensorFlow without Keras, tf.function", "tensorflow", _tensorflow),
        Variant(
            "keras-tensorflow",
            "Keras on TensorFlow, train_on_batch",
            "tensorflow",
            lambda: _keras(tensorflow_one_thread),
        ),
        Variant("pytorch-eager", "PyTorch without Keras, eager", "pytorch", _pytorch),
        Variant(
            "keras-torch",
            "Keras on PyTorch, train_on_batch",
            "pytorch",
            lambda: _keras(keras_on_torch_one_thread),
        ),
    ),
    says="What the process holds after 100, 1,050 and 2,000 steps of 32 images, on a processor. Memory that "
    "the allocator keeps for later counts as held. Linux alone tells it in this way.",
    facts=dict.fromkeys(MOMENTS, "bytes"),
    alone=True,
    may_lack=frozenset(MOMENTS),
)
