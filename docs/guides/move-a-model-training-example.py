import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F
from move_a_model_original import build_keras, pictures
from move_a_model_weights import twin_of


def in_keras(model, optimizer, batches):
    """Train, and return the loss of each batch."""
    criterion = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    weights = model.trainable_weights
    optimizer.build(weights)

    @tf.function
    def step(images, labels):
        with tf.GradientTape() as tape:
            loss = criterion(labels, model(images, training=True))
        gradients = tape.gradient(loss, [w.value for w in weights])
        optimizer.apply(gradients, weights)
        return loss

    return np.array([float(step(*batch)) for batch in batches])


def in_torch(twin, optimizer, batches, epsilon=None, done=0):
    """The same; with `epsilon`, Adam adds it where Keras does."""
    losses = []
    for number, (images, labels) in enumerate(batches, done + 1):
        if epsilon:
            eps = epsilon / (1 - 0.999**number) ** 0.5
            optimizer.param_groups[0]["eps"] = eps
        optimizer.zero_grad()
        logits = twin(torch.tensor(images).permute(0, 3, 1, 2))
        loss = F.cross_entropy(logits, torch.tensor(labels))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return np.array(losses)


def start(precision, steps):
    """A new model, its twin, and batches."""
    keras.config.set_dtype_policy(precision)
    keras.config.set_floatx(precision)
    keras.utils.set_random_seed(0)
    model = build_keras(rate=0)
    batches = [pictures(32, seed=10 + number) for number in range(steps)]
    batches = [(images.astype(precision), y) for images, y in batches]
    return model, twin_of(model, rate=0).train(), batches


if __name__ == "__main__":

    def gap(precision, of_keras, of_torch, near, epsilon=None):
        """The largest difference of a loss in 20 steps."""
        model, twin, batches = start(precision, 20)
        expected = in_keras(model, of_keras, batches)
        assert expected[0] > 2.3 and expected[-1] < 0.5  # it learns
        optimizer = of_torch(twin.parameters())
        found = in_torch(twin, optimizer, batches, epsilon)
        assert np.abs(expected - found).max() < near
        return f"within {near:.0e}"

    def sgd(weights):
        return torch.optim.SGD(weights, 0.02, momentum=0.9)

    for precision, near in (("float32", 1e-2), ("float64", 1e-6)):
        same = keras.optimizers.SGD(0.02, momentum=0.9)
        print(f"SGD, {precision}:", gap(precision, same, sgd, near))

    def adam(weights):
        return torch.optim.Adam(weights, 1e-3, eps=1e-7)

    ways = (("as torch adds it", None, 1e-2), ("as Keras", 1e-7, 1e-3))
    for name, epsilon, near in ways:
        same = keras.optimizers.Adam(1e-3, epsilon=1e-7)
        found = gap("float64", same, adam, near, epsilon)
        print(f"Adam, float64, epsilon {name}:", found)
