"""A training step of one network in all the ways that are compared: what the subjects `train-…` share.

Every way has the same weights and the same batch each step, takes the mean cross-entropy and does plain
gradient descent. A step returns its loss as a number, so it is complete when it returns.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scripts.measure.case import Case, Variant
from scripts.measure.frameworks import tensorflow_one_thread, torch_one_thread

COMPARED = 6  # steps whose losses are compared
WITHIN = 3e-5  # a single bias that is not trained shows by twice as much or more

Step = Callable[[], float]


def _as_it_is(array: Any) -> Any:
    return array


@dataclass(frozen=True)
class Network:
    """A network in both frameworks, with the same weights.

    `batch` gives inputs and labels in NumPy, as Keras wants them; `torch_inputs` lays inputs out for PyTorch.
    `tensorflow_forward` gives the logits from TensorFlow, variables by name, and the inputs. With the `rate`,
    the first losses fall fast but steadily, so that they show when a weight is not trained.
    """

    weights: Callable[[], dict[str, Any]]
    batch: Callable[[], tuple[Any, Any]]
    tensorflow_forward: Callable[[Any, dict[str, Any], Any], Any]
    keras_model: Callable[[], Any]
    torch_model: Callable[[], Any]
    rate: float
    torch_inputs: Callable[[Any], Any] = _as_it_is


def tensorflow_step(network: Network, options: dict[str, Any] | None = None) -> Step:
    """A step in raw TensorFlow: eager, or with these options of tf.function."""
    tf = tensorflow_one_thread()
    values = {name: tf.Variable(value) for name, value in network.weights().items()}
    variables = list(values.values())
    inputs, labels = map(tf.constant, network.batch())

    def train(inputs: Any, labels: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = network.tensorflow_forward(tf, values, inputs)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
            loss = tf.reduce_mean(losses)
        for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
            variable.assign_sub(network.rate * tf.convert_to_tensor(gradient))
        return loss

    run = train if options is None else tf.function(train, **options)
    return lambda: float(run(inputs, labels).numpy())


def keras_step(network: Network, run_eagerly: bool = False) -> Step:
    """A step by Keras: `train_on_batch`."""
    tf = tensorflow_one_thread()
    import keras

    model = network.keras_model()
    model.compile(
        optimizer=keras.optimizers.SGD(network.rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        run_eagerly=run_eagerly,
    )
    inputs, labels = map(tf.constant, network.batch())

    def step() -> float:
        model.reset_metrics()  # without it, the loss is the mean over all steps so far
        return float(model.train_on_batch(inputs, labels))

    return step


def torch_step(network: Network, compiled: bool = False, channels_last: bool = False) -> Step:
    """A step in PyTorch: eager, or with the model compiled."""
    torch = torch_one_thread()
    model = network.torch_model()
    inputs, labels = network.batch()
    inputs, labels = torch.from_numpy(network.torch_inputs(inputs)), torch.from_numpy(labels)
    if channels_last:
        model = model.to(memory_format=torch.channels_last)
        inputs = inputs.to(memory_format=torch.channels_last)
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(trained, lr=network.rate)
    run = torch.compile(model) if compiled else model

    def step() -> float:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(run(inputs), labels)
        loss.backward()
        optimizer.step()
        return float(loss.item())

    return step


def case(step: Step) -> Case:
    """The losses of the first steps, and the step once it is warm."""
    losses = [step() for _ in range(COMPARED)]
    for _ in range(5):
        step()
    return Case(step, losses)


def variants(network: Network, compiled: bool = True, channels_last: bool = False) -> tuple[Variant, ...]:
    """All ways to train the network; without torch.compile, or with channels_last, where it is said."""
    variants = [*_of_tensorflow(network), _of_torch("eager", network)]
    if compiled:
        variants.append(_of_torch("compile", network, compiled=True))
    if channels_last:
        variants.append(_of_torch("channels-last", network, channels_last=True))
        variants.append(_of_torch("compile-channels-last", network, compiled=True, channels_last=True))
    return tuple(variants)


def _of_torch(name: str, network: Network, compiled: bool = False, channels_last: bool = False) -> Variant:
    title = f"PyTorch, {'torch.compile' if compiled else 'eager'}{', channels_last' if channels_last else ''}"
    return Variant(
        f"pytorch-{name}", title, "pytorch", lambda: case(torch_step(network, compiled, channels_last))
    )


def _of_tensorflow(network: Network) -> tuple[Variant, ...]:
    return (
        Variant(
            "tensorflow-eager", "TensorFlow, eager", "tensorflow", lambda: case(tensorflow_step(network))
        ),
        Variant(
            "tensorflow-function",
            "TensorFlow, tf.function",
            "tensorflow",
            lambda: case(tensorflow_step(network, {})),
        ),
        Variant(
            "tensorflow-xla",
            "TensorFlow, tf.function with XLA",
            "tensorflow",
            lambda: case(tensorflow_step(network, {"jit_compile": True})),
        ),
        Variant(
            "keras-train-on-batch", "Keras, train_on_batch", "tensorflow", lambda: case(keras_step(network))
        ),
    )
