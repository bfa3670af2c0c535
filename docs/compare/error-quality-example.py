import re

import tensorflow as tf
import torch
from torch.nn import functional as F

shapes = r"\b2\D{1,2}3\b.*\b4\D{1,2}5\b"
layer = tf.keras.layers.Dense(2)
layer(tf.ones((1, 3)))
linear = torch.nn.Linear(3, 2)
cross_entropy = tf.keras.losses.sparse_categorical_crossentropy
a, b, labels = tf.ones((2, 3)), tf.ones((4, 5)), tf.constant([7, 0])
c, d, targets = torch.ones(2, 3), torch.ones(4, 5), torch.tensor([7, 0])


def complaint(action, pattern):
    try:
        action()
    except Exception as error:
        told = "yes" if re.search(pattern, str(error)) else "no"
        return f"{type(error).__name__} {told}"


def compare(question, pattern, tensorflow, pytorch):
    found = [complaint(action, pattern) for action in (tensorflow, pytorch)]
    answers.append([text.split()[1] for text in found])
    print(f"{question}:", ", ".join(found))


answers = []
compare("2x3 @ 4x5, both shapes", shapes, lambda: a @ b, lambda: c @ d)
compare("2x3 + 4x5, both shapes", shapes, lambda: a + b, lambda: c + d)
compare(
    "layer for 3 values gets 5, both numbers",
    r"\b3\b.*\b5\b|5\b.*\b3x",
    lambda: layer(b),
    lambda: linear(d),
)
compare("row 9 of 2, the size", r"size 2\b", lambda: a[9], lambda: c[9])
compare(
    "label 7 of 3, the valid range",
    r"\[0, 3\)",
    lambda: cross_entropy(labels, a, True),
    lambda: F.cross_entropy(c, targets),
)
yes, no = "yes", "no"
assert answers == [[yes, yes], [yes, no], [yes, yes], [no, yes], [yes, no]]

x, unused = tf.Variable(1.0), tf.Variable(1.0)
with tf.GradientTape() as tape:
    loss = x * 2
silent = tape.gradient(loss, unused)
x, unused = (torch.tensor(1.0, requires_grad=True) for _ in range(2))
error = complaint(lambda: torch.autograd.grad(x * 2, unused), "been used")
print("gradient of an unused value:", f"{silent}, {error}")
assert silent is None and error == "RuntimeError yes"
