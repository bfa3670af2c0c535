import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
import torch
from ai_edge_litert.interpreter import Interpreter
from sklearn.datasets import load_digits
from torch import nn

x, labels = load_digits(return_X_y=True)
x = (x / 16).astype("float32")
train, test = slice(0, 1200), slice(1200, None)

# Trained without a loop: random features, then a least-squares output layer.
w1 = np.random.default_rng(0).normal(0, 0.1, (64, 256)).astype("float32")
hidden = np.maximum(x @ w1, 0)
w2, *_ = np.linalg.lstsq(hidden[train], np.eye(10)[labels[train]])

layers = [keras.layers.Dense(256, "relu"), keras.layers.Dense(10)]
keras_model = keras.Sequential([keras.Input((64,), name="x"), *layers])
keras_model.set_weights([w1, np.zeros(256), w2, np.zeros(10)])
torch_model = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 10))
weights = [w1.T, np.zeros(256), w2.T, np.zeros(10)]
names = torch_model.state_dict()
torch_model.load_state_dict(dict(zip(names, map(torch.tensor, weights))))
int8_model = torch.ao.quantization.quantize_dynamic(torch_model, {nn.Linear})

with tempfile.TemporaryDirectory() as folder:
    files = [Path(folder, name) for name in ["a.tflite", "b.tflite", "a", "b"]]
    keras_model.export(files[0], "litert", verbose=False)
    dynamic = [tf.lite.Optimize.DEFAULT]
    keras_model.export(files[1], "litert", verbose=False, optimizations=dynamic)
    torch.save(torch_model.state_dict(), files[2])
    torch.save(int8_model.state_dict(), files[3])
    lite_float, lite_int8, torch_float, torch_int8 = [
        file.stat().st_size for file in files
    ]
    classify = Interpreter(str(files[1])).get_signature_runner()
    lite = [classify(x=image[None])["output_0"][0] for image in x[test]]

before = np.mean(np.argmax(hidden[test] @ w2, axis=1) == labels[test])
for name, logits, ratio in [
    ("LiteRT", lite, lite_int8 / lite_float),
    ("torch.ao", int8_model(torch.tensor(x[test])), torch_int8 / torch_float),
]:
    after = np.mean(np.argmax(np.asarray(logits), axis=1) == labels[test])
    close = abs(after - before) < 0.02
    print(f"{name:8} int8: {ratio:.1f} of the size, accuracy kept: {close}")
    assert close and ratio < 0.4
