import keras
import numpy as np
from keras import layers, ops


@keras.saving.register_keras_serializable("move")
class Positions(layers.Layer):
    """Adds to each token the vector of its place."""

    def build(self, shape):
        self.table = layers.Embedding(shape[1], shape[2], name="table")
        self.table.build()
        super().build(shape)

    def call(self, x):
        return x + self.table(ops.arange(x.shape[1]))


def convolve(x, filters, size, stride, name):
    x = layers.Conv2D(
        filters, size, stride, "same", use_bias=False, name=f"{name}_conv"
    )(x)
    return layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)


def residual(x, filters, stride, name):
    y = convolve(x, filters, 3, stride, f"{name}_first")
    y = convolve(layers.ReLU()(y), filters, 3, 1, f"{name}_second")
    if stride > 1:
        x = convolve(x, filters, 1, stride, f"{name}_short")
    return layers.ReLU(name=name)(layers.Add()([x, y]))


def attend(x, heads, rate, name):
    y = layers.LayerNormalization(epsilon=1e-6, name=f"{name}_norm1")(x)
    y = layers.MultiHeadAttention(
        heads, x.shape[-1] // heads, dropout=rate, name=f"{name}_attention"
    )(y, y)
    x = layers.Add()([x, y])
    y = layers.LayerNormalization(epsilon=1e-6, name=f"{name}_norm2")(x)
    y = layers.Dense(2 * x.shape[-1], name=f"{name}_wide")(y)
    y = layers.Activation("gelu")(y)
    y = layers.Dense(x.shape[-1], name=f"{name}_narrow")(y)
    y = layers.Dropout(rate)(y)
    return layers.Add(name=name)([x, y])


def build_keras(rate=0.1):
    """An image classifier: convolutions first, then attention."""
    images = keras.Input((32, 32, 3), name="images")
    x = layers.Rescaling(1 / 128, offset=-1, name="scale")(images)
    x = layers.ReLU()(convolve(x, 32, 3, 2, "stem"))
    x = residual(x, 32, 1, "block1")
    x = residual(x, 64, 2, "block2")
    x = layers.Reshape((-1, 64))(x)  # 8 x 8 pixels are 64 tokens
    x = Positions(name="positions")(x)
    x = attend(x, 4, rate, "mix")
    x = layers.LayerNormalization(epsilon=1e-6, name="final")(x)
    x = layers.GlobalAveragePooling1D(name="mean")(x)
    return keras.Model(images, layers.Dense(10, name="head")(x))


def pictures(count, seed=0):
    """Images of ten classes, with values from 0 to 255, and their labels."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 10, count)
    patterns = np.random.default_rng(1).uniform(0, 255, (10, 8, 8, 3))
    images = patterns[labels].repeat(4, axis=1).repeat(4, axis=2)
    noise = rng.normal(0, 60, images.shape)
    return (images + noise).clip(0, 255).astype("float32"), labels


def build_trained(rate=0.1):
    """The same after a short training, so that no array is a constant."""
    keras.utils.set_random_seed(0)
    model = build_keras(rate)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(1e-3), loss)
    model.fit(*pictures(384), batch_size=32, epochs=3, verbose=0)
    return model


if __name__ == "__main__":
    model = build_trained()
    images, labels = pictures(200, seed=2)
    right = (model.predict(images, verbose=0).argmax(1) == labels).mean()
    print("right on at least 95 of 100 new images:", right >= 0.95)
    assert right >= 0.95
