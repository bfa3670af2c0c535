import torch._dynamo  # first, or Triton and TensorFlow collide
import keras
import tensorflow as tf
import torch
import torch.nn.functional as F
from move_a_model_original import build_keras, pictures
from move_a_model_weights import to_torch, twin_of


def by_layer(weights, tensors):
    """What belongs to the weights of a layer, for `to_torch`."""
    dense = map(tf.convert_to_tensor, tensors)  # an embedding's are sparse
    found = {id(w): t.numpy() for w, t in zip(weights, dense, strict=True)}
    return lambda layer: [found[id(w)] for w in layer.trainable_weights]


def compare(precision):
    """How far the losses are off, and the worst gradient of a parameter."""
    keras.config.set_dtype_policy(precision)
    keras.config.set_floatx(precision)
    keras.utils.set_random_seed(0)
    model = build_keras(rate=0)
    twin = twin_of(model, rate=0).train()
    images, labels = pictures(32, seed=3)
    images = images.astype(precision)

    criterion = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    weights = model.trainable_weights
    with tf.GradientTape() as tape:
        loss = criterion(labels, model(images, training=True))
    gradients = tape.gradient(loss, [w.value for w in weights])
    expected = to_torch(model, by_layer(weights, gradients))

    logits = twin(torch.tensor(images).permute(0, 3, 1, 2))
    found = F.cross_entropy(logits, torch.tensor(labels))
    found.backward()
    gaps = []
    for name, parameter in twin.named_parameters():
        gap = (parameter.grad - expected[name]).abs().max()
        gaps.append(float(gap / expected[name].abs().max()))
    return abs(float(loss) - found.item()), max(gaps), len(gaps)


if __name__ == "__main__":
    for precision, near in (("float32", 1e-4), ("float64", 1e-6)):
        loss, gradient, parameters = compare(precision)
        print(f"{precision}: all {parameters} gradients within {near:.0e}")
        assert loss < near / 10
        assert gradient < near
