"""The same data and weights for both frameworks."""

import numpy as np

rng = np.random.default_rng(0)
# Made data: 8 groups of points in 64 dimensions
labels = rng.integers(0, 8, size=600)
centres = rng.normal(size=(8, 64))
points = centres[labels] + 2.2 * rng.normal(size=(600, 64))
points = points.astype("float32")
train, test, test_labels = points[:400], points[400:], labels[400:]

# Trained without a loop: random features, then an output layer by least squares
kernel1 = (0.1 * rng.normal(size=(64, 256))).astype("float32")
bias1 = (0.1 * rng.normal(size=256)).astype("float32")
hidden = np.maximum(train @ kernel1 + bias1, 0)
goal = np.eye(8)[labels[:400]]
gram = hidden.T @ hidden + 30 * np.eye(256)
kernel2 = np.linalg.solve(gram, hidden.T @ goal).astype("float32")
bias2 = np.zeros(8, "float32")
