"""A training step of a small transformer: two encoder layers that classify sequences of tokens."""

from typing import Any

from scripts.measure import training
from scripts.measure.case import Subject

BATCH = 16
LENGTH = 32
TOKENS = 256
WIDTH = 64
HEADS = 4
INNER = 256
LAYERS = 2
CLASSES = 10
EPSILON = 1e-5


def _shapes() -> dict[str, tuple[int, ...]]:
    """The shape of every weight: kernels as (in, out), those of the attention with all heads side by side."""
    shapes: dict[str, tuple[int, ...]] = {"tokens": (TOKENS, WIDTH), "positions": (LENGTH, WIDTH)}
    for layer in range(LAYERS):
        for name in ("query", "key", "value", "output"):
            shapes |= {f"{name}{layer}": (WIDTH, WIDTH), f"{name}{layer}_bias": (WIDTH,)}
        shapes |= {f"up{layer}": (WIDTH, INNER), f"up{layer}_bias": (INNER,)}
        shapes |= {f"down{layer}": (INNER, WIDTH), f"down{layer}_bias": (WIDTH,)}
        for name in ("before", "between"):
            shapes |= {f"{name}{layer}": (WIDTH,), f"{name}{layer}_bias": (WIDTH,)}
    return {**shapes, "head": (WIDTH, CLASSES), "head_bias": (CLASSES,)}


def _weights() -> dict[str, Any]:
    import numpy as np

    rng = np.random.default_rng(1)
    found = {}
    for name, shape in _shapes().items():
        scaling = len(shape) == 1 and not name.endswith("_bias")  # of a normalisation
        scale = 0.1 if len(shape) == 1 else WIDTH**-0.5
        found[name] = (rng.normal(size=shape) * scale + scaling).astype("float32")
    return found


def _batch() -> tuple[Any, Any]:
    import numpy as np

    rng = np.random.default_rng(2)
    tokens = rng.integers(0, TOKENS, size=(BATCH, LENGTH), dtype=np.int64)
    return tokens, rng.integers(0, CLASSES, size=BATCH, dtype=np.int64)


def _forward(tf: Any, values: dict[str, Any], tokens: Any) -> Any:
    def dense(x: Any, name: str) -> Any:
        return tf.tensordot(x, values[name], 1) + values[f"{name}_bias"]

    def normalised(x: Any, name: str) -> Any:
        mean, variance = tf.nn.moments(x, -1, keepdims=True)
        return tf.nn.batch_normalization(x, mean, variance, values[f"{name}_bias"], values[name], EPSILON)

    def heads(x: Any) -> Any:
        return tf.transpose(tf.reshape(x, (BATCH, LENGTH, HEADS, WIDTH // HEADS)), (0, 2, 1, 3))

    def attention(x: Any, layer: int) -> Any:
        query, key, value = (heads(dense(x, f"{name}{layer}")) for name in ("query", "key", "value"))
        scores = tf.matmul(query, key, transpose_b=True) * (WIDTH // HEADS) ** -0.5
        mixed = tf.transpose(tf.matmul(tf.nn.softmax(scores), value), (0, 2, 1, 3))
        return dense(tf.reshape(mixed, (BATCH, LENGTH, WIDTH)), f"output{layer}")

    x = tf.gather(values["tokens"], tokens) + values["positions"]
    for layer in range(LAYERS):
        x += attention(normalised(x, f"before{layer}"), layer)
        inner = tf.nn.relu(dense(normalised(x, f"between{layer}"), f"up{layer}"))
        x += dense(inner, f"down{layer}")
    return dense(tf.reduce_mean(x, axis=1), "head")


def _keras_model() -> Any:
    import keras
    from keras import layers, ops

    class Encoder(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.before = layers.LayerNormalization(epsilon=EPSILON)
            self.attention = layers.MultiHeadAttention(HEADS, WIDTH // HEADS)
            self.between = layers.LayerNormalization(epsilon=EPSILON)
            self.up = layers.Dense(INNER, activation="relu")
            self.down = layers.Dense(WIDTH)

        def call(self, x: Any) -> Any:
            normalised = self.before(x)
            x = x + self.attention(normalised, normalised)
            return x + self.down(self.up(self.between(x)))

    class Classifier(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.tokens = layers.Embedding(TOKENS, WIDTH)
            self.positions = layers.Embedding(LENGTH, WIDTH)
            self.encoders = [Encoder() for _ in range(LAYERS)]
            self.head = layers.Dense(CLASSES)

        def call(self, tokens: Any) -> Any:
            x = self.tokens(tokens) + self.positions(ops.arange(LENGTH))
            for encoder in self.encoders:
                x = encoder(x)
            return self.head(ops.mean(x, axis=1))

    model = Classifier()
    model(_batch()[0])  # which makes the weights
    _fill_keras(model)
    return model


def _fill_keras(model: Any) -> None:
    values = _weights()

    def fill(part: Any, name: str) -> None:
        shapes = [weight.shape for weight in part.get_weights()]
        own = (values[name], values[f"{name}_bias"])
        part.set_weights([value.reshape(shape) for value, shape in zip(own, shapes, strict=True)])

    model.tokens.set_weights([values["tokens"]])
    model.positions.set_weights([values["positions"]])
    for layer, encoder in enumerate(model.encoders):
        for name in ("query", "key", "value", "output"):
            fill(getattr(encoder.attention, f"{name}_dense"), f"{name}{layer}")
        for name in ("before", "between", "up", "down"):
            fill(getattr(encoder, name), f"{name}{layer}")
    fill(model.head, "head")


def _torch_model() -> Any:
    import torch
    from torch import nn

    class Classifier(nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.tokens = nn.Embedding(TOKENS, WIDTH)
            self.positions = nn.Parameter(torch.zeros(LENGTH, WIDTH))
            self.encoders = nn.ModuleList(
                nn.TransformerEncoderLayer(
                    WIDTH,
                    HEADS,
                    INNER,
                    dropout=0.0,
                    layer_norm_eps=EPSILON,
                    batch_first=True,
                    norm_first=True,
                )
                for _ in range(LAYERS)
            )
            self.head = nn.Linear(WIDTH, CLASSES)

        def forward(self, tokens: Any) -> Any:
            x = self.tokens(tokens) + self.positions
            for encoder in self.encoders:
                x = encoder(x)
            return self.head(x.mean(1))

    model = Classifier()
    model.load_state_dict(_torch_state())
    return model


def _torch_state() -> dict[str, Any]:
    """The weights under the names that PyTorch gives them; its kernels are (out, in)."""
    import numpy as np
    import torch

    values = _weights()
    state = {"tokens.weight": values["tokens"], "positions": values["positions"]}

    def put(name: str, *parts: str) -> None:
        state[f"{name}weight"] = np.concatenate([values[part].T for part in parts])
        state[f"{name}bias"] = np.concatenate([values[f"{part}_bias"] for part in parts])

    for layer in range(LAYERS):
        start = f"encoders.{layer}."
        put(f"{start}self_attn.in_proj_", f"query{layer}", f"key{layer}", f"value{layer}")
        put(f"{start}self_attn.out_proj.", f"output{layer}")
        put(f"{start}linear1.", f"up{layer}")
        put(f"{start}linear2.", f"down{layer}")
        put(f"{start}norm1.", f"before{layer}")
        put(f"{start}norm2.", f"between{layer}")
    put("head.", "head")
    return {name: torch.from_numpy(value) for name, value in state.items()}


NETWORK = training.Network(_weights, _batch, _forward, _keras_model, _torch_model, rate=0.01)

SUBJECT = Subject(
    id="train-transformer",
    title="Training a transformer of two layers, 64 wide, on 32 tokens",
    question="How long does a training step of a small transformer take?",
    group="training",
    unit="training step of 16 sequences",
    within=training.WITHIN,
    reference="pytorch-eager",
    variants=training.variants(NETWORK),
    says="The layers are those of Keras and PyTorch, and written by hand in raw TensorFlow; starting "
    "operations takes a larger part than in networks of usual size. Where torch.compile loses "
    "here, it loses on the ReLU, see the comparison of numbers with zero: tried by hand with GELU, "
    "with tanh and without activation, its step was the faster one.",
)
