// Which names of the frameworks a text of Python uses, and what the API map says of each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gives, lookup, sideOf, translate, uses, written } from "../../docs/assets/js/translate-core.js";
import { parser } from "../../docs/assets/js/vendor/lezer-python.js";

const names = (text) => uses(parser, text).found.map(({ name, sure }) => (sure ? name : `?${name}`));

test("a name is written as the map writes it", () => {
  for (const [name, ours] of [
    ["tensorflow.keras.layers.Dense", "keras.layers.Dense"],
    ["tf.keras.Model", "keras.Model"],
    ["tensorflow.reduce_sum", "tf.reduce_sum"],
    ["tensorflow.compat.v2.keras.Input", "keras.Input"],
    ["tensorflow_probability.x", "tensorflow_probability.x"],
    ["torch.nn.Linear", "torch.nn.Linear"],
  ]) {
    assert.equal(written(name), ours);
  }
  assert.deepEqual(["tf.a", "keras.a", "torch.a", "torchvision.a", "numpy.a"].map(sideOf), [
    "tensorflow",
    "tensorflow",
    "pytorch",
    "pytorch",
    undefined,
  ]);
});

test("imports of every form are followed", () => {
  for (const [text, expected] of [
    ["import tensorflow as tf\ntf.abs(x)", ["tf.abs"]],
    ["import tensorflow\ntensorflow.abs(x)", ["tf.abs"]],
    ["import tensorflow as flow\nflow.keras.layers.Dense(3)", ["keras.layers.Dense"]],
    ["from tensorflow import keras\nkeras.layers.Dense(3)", ["keras.layers.Dense"]],
    [
      "from tensorflow.keras.layers import Dense, Conv2D as C\nDense(3)\nC(3, 3)",
      ["keras.layers.Dense", "keras.layers.Conv2D"],
    ],
    ["from keras import layers as L\nL.Dense(3)", ["keras.layers.Dense"]],
    [
      "from torch.nn import (\n    Linear,  # a\n    ReLU,\n)\nLinear(1, 2)\nReLU()",
      ["torch.nn.Linear", "torch.nn.ReLU"],
    ],
    ["import torch.nn.functional as G\nG.relu(x)", ["torch.nn.functional.relu"]],
    ["import torch.nn as nn, torch\nnn.Linear(1, 2)\ntorch.cat([])", ["torch.nn.Linear", "torch.cat"]],
    ["import torch.nn.functional\ntorch.nn.functional.relu(x)", ["torch.nn.functional.relu"]],
    ["from torch import nn\nfrom .layers import nn\nnn.Linear(1)", []],
    ["import numpy as np\nnp.abs(x)", []],
    ["from . import torch\ntorch.abs(x)", []],
    ["import torchvision.transforms as T\nT.Resize(3)", ["torchvision.transforms.Resize"]],
  ]) {
    assert.deepEqual(names(text), expected, text);
  }
});

test("a piece without imports is read as people write it", () => {
  assert.deepEqual(names("tf.reduce_sum(x, axis=1)"), ["tf.reduce_sum"]);
  assert.deepEqual(names("F.relu(nn.Linear(2, 3)(x))"), ["torch.nn.functional.relu", "torch.nn.Linear"]);
  assert.deepEqual(names("torch.nn.functional.relu"), ["torch.nn.functional.relu"]);
  assert.deepEqual(names("layers = []\nlayers.append(3)"), []);
});

test("what a variable holds is followed", () => {
  for (const [text, expected] of [
    ["x = torch.zeros(3)\nx.view(1, 3).sum()", ["torch.zeros", "torch.Tensor.view", "torch.Tensor.sum"]],
    [
      "o = torch.optim.Adam(p)\no.step()\no.zero_grad()",
      ["torch.optim.Adam", "torch.optim.Optimizer.step", "torch.optim.Optimizer.zero_grad"],
    ],
    [
      "d = tf.data.Dataset.range(3).map(f).batch(2)",
      ["tf.data.Dataset.range", "tf.data.Dataset.map", "tf.data.Dataset.batch"],
    ],
    ["m = keras.Sequential([])\nm.fit(x)", ["keras.Sequential", "keras.Model.fit"]],
    [
      "with tf.GradientTape() as tape:\n    y = tf.square(x)\ntape.gradient(y, x)",
      ["tf.GradientTape", "tf.square", "tf.GradientTape.gradient"],
    ],
    ["(torch.ones(2) + 1).mean()", ["torch.ones", "torch.Tensor.mean"]],
    ["x = torch.ones(2)\nx[0].item()", ["torch.ones", "torch.Tensor.item"]],
    ["x = torch.ones(2)\nx = 3\nx.view()", ["torch.ones", "?view"]],
    ["def relu(x):\n    return x\nrelu(3)", []],
    ["model = nn.Linear(1, 2)\nmodel(x).relu()", ["torch.nn.Linear", "torch.Tensor.relu"]],
  ]) {
    assert.deepEqual(names(text), expected, text);
  }
});

test("a class of the reader's has the methods of what it extends, and its attributes are known", () => {
  const text = `
import torch
from torch import nn

class Net(nn.Module):
    def forward(self, x):
        return self.fc(self.conv(x).flatten(1)).softmax(-1)

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, kernel_size=3)
        self.fc = nn.Linear(8, 2)
        self.register_buffer("a", torch.zeros(3))

net = Net()
net.train()
net(torch.ones(1)).sum().backward()
`;
  assert.deepEqual(names(text), [
    "torch.nn.Module",
    "torch.Tensor.flatten",
    "torch.Tensor.softmax",
    "torch.nn.Conv2d",
    "torch.nn.Linear",
    "torch.nn.Module.register_buffer",
    "torch.zeros",
    "torch.nn.Module.train",
    "torch.ones",
    "torch.Tensor.sum",
    "torch.Tensor.backward",
  ]);
});

test("a method or part of the reader's own class is no framework's, and what seems a tensor may be none", () => {
  const text = `
from torch import nn

class Net(nn.Module):
    @property
    def size(self):
        return 3

    def helper(self, x):
        return self.parameters()

    def forward(self, x):
        return self.helper(x) + self.layer1(x) + x.items() + x.view(3)

Net().helper(2)
net = Net().to("cpu")
net.helper(3)
Net().layer7(3)
`;
  assert.deepEqual(
    translate(parser, text, {
      entries: [
        entry("parameters", ["keras.Model.trainable_weights"], ["torch.nn.Module.parameters"]),
        entry("view", ["tf.reshape"], ["torch.Tensor.view"]),
        entry("to", [], ["torch.nn.Module.to"], "lines"),
        entry("module", ["keras.Model"], ["torch.nn.Module"]),
      ],
      aliases: {},
    }).results.map(({ name, state }) => [name, state]),
    [
      ["torch.nn.Module.to", "look"],
      ["torch.nn.Module", "known"],
      ["torch.nn.Module.parameters", "known"],
      ["torch.Tensor.view", "known"],
      ["torch.nn.Module.layer7", "unknown"],
    ],
  );
});

test("what is unknown is said to be, and Python's own methods are no framework's", () => {
  assert.deepEqual(names("import torch\nloss.backward()\nnames.append(3)\ntext.split()"), ["?backward"]);
});

test("a call says which arguments it gives, where it stands, and whether it is one", () => {
  const { found, side } = uses(
    parser,
    'import tensorflow as tf\n\ny = tf.nn.conv2d(x, w, strides=2, padding="SAME")\nf = tf.abs\n',
  );
  assert.deepEqual(
    found.map(({ name, text, line, call, given }) => ({ name, text, line, call, given })),
    [
      { name: "tf.nn.conv2d", text: "tf.nn.conv2d", line: 3, call: true, given: { strides: "2", padding: '"SAME"' } },
      { name: "tf.abs", text: "tf.abs", line: 4, call: false, given: {} },
    ],
  );
  assert.equal(side, "tensorflow");
  assert.equal(uses(parser, "x = 1").side, "");
});

test("broken code gives what can be read of it, and no text is an error", () => {
  assert.deepEqual(names("tf.abs(x\nclass (:\n  tf.exp(3)"), ["tf.abs", "tf.exp"]);
  for (const text of [
    "",
    "(",
    "'",
    "\u0000",
    "def",
    "from x import",
    "import",
    "class A(B",
    "x = = tf.abs",
    "@",
    "😀 tf.abs(x)",
  ]) {
    assert.ok(Array.isArray(names(text)), text);
  }
});

test("what a call gives is known by its name", () => {
  for (const [name, expected] of [
    ["torch.zeros", "torch.Tensor"],
    ["torch.save", ""],
    ["torch.nn.Linear", "torch.nn.Module"],
    ["torch.optim.lr_scheduler.StepLR", "torch.optim.lr_scheduler.LRScheduler"],
    ["torch.Tensor.item", ""],
    ["torch.Tensor.view", "torch.Tensor"],
    ["tf.data.Dataset.map", "tf.data.Dataset"],
    ["keras.layers.Dense", "keras.Layer"],
    ["keras.optimizers.schedules.CosineDecay", ""],
    ["tf.config.list_physical_devices", ""],
    ["tf.nn.relu", "tf.Tensor"],
    ["numpy.abs", ""],
  ]) {
    assert.equal(gives(name), expected, name);
  }
});

const entry = (id, tensorflow, pytorch, match = "same", more = {}) => ({
  id,
  tensorflow,
  pytorch,
  match,
  notes: {},
  ...more,
});
const MAP = {
  entries: [
    entry("abs", ["tf.abs", "tf.math.abs"], ["torch.abs", "torch.Tensor.abs"]),
    entry("std", ["tf.math.reduce_std"], ["torch.std"], "other-result"),
    entry("backward", ["tf.GradientTape.gradient"], ["torch.Tensor.backward"], "other-forms"),
    entry("conv", ["tf.nn.conv2d"], ["torch.nn.functional.conv2d"], "other-arguments", {
      notes: { padding: "Pad by hand." },
    }),
    entry("float32", ["tf.float32"], ["torch.float32"]),
  ],
  aliases: { "torch.absolute": "torch.abs" },
};

const said = (text) =>
  translate(parser, text, MAP).results.map(({ name, state, entries, lines }) => [
    name,
    state,
    entries.map(({ id }) => id).join(),
    lines.join(),
  ]);

test("an entry is found by each of its names and by an alias", () => {
  const known = lookup(MAP);
  for (const name of ["tf.abs", "tf.math.abs", "torch.abs", "torch.Tensor.abs", "torch.absolute"]) {
    assert.deepEqual(
      known.of(name).map(({ id }) => id),
      ["abs"],
      name,
    );
  }
  assert.deepEqual(known.of("tf.nothing"), []);
  assert.deepEqual(
    known.methods("abs").map(({ name }) => name),
    ["torch.Tensor.abs"],
  );
  assert.deepEqual(known.methods("conv2d"), []);
});

test("what differs comes first, then all else in its order; the same call is one with all its lines", () => {
  assert.deepEqual(said("tf.abs(x)\ntf.math.reduce_std(x)\ntf.abs(z)\ntf.nothing(x)\n"), [
    ["tf.math.reduce_std", "look", "std", "2"],
    ["tf.abs", "known", "abs", "1,3"],
    ["tf.nothing", "unknown", "", "4"],
  ]);
});

test("a call with an argument of which there is a note is told apart from one without", () => {
  assert.deepEqual(said("F.conv2d(x, w)\nF.conv2d(x, w, padding=1)\nF.conv2d(x, w, stride=2)\nF.conv2d(x, w)\n"), [
    ["torch.nn.functional.conv2d", "known", "conv", "1,4"],
    ["torch.nn.functional.conv2d", "known", "conv", "2"],
    ["torch.nn.functional.conv2d", "known", "conv", "3"],
  ]);
});

test("a method of something unknown is a doubt, of the framework of the text alone", () => {
  assert.deepEqual(said("torch.abs(x)\nloss.backward()\n"), [
    ["torch.abs", "known", "abs", "1"],
    ["torch.Tensor.backward", "maybe", "backward", "2"],
  ]);
  assert.deepEqual(said("tf.abs(x)\nloss.backward()\n"), [["tf.abs", "known", "abs", "1"]]);
});

test("a part of something known is that; a method that the map lacks is unknown, an attribute is nothing", () => {
  assert.deepEqual(said("tf.float32.max\n"), [["tf.float32", "known", "float32", "1"]]);
  assert.deepEqual(said("x = torch.abs(z)\nx.frobnicate()\nx.frob\n"), [
    ["torch.abs", "known", "abs", "1"],
    ["torch.Tensor.frobnicate", "unknown", "", "2"],
  ]);
});

test("a long file is read in a moment", () => {
  const text = `import tensorflow as tf\n${"x = tf.abs(tf.math.reduce_std(x, axis=1))\n".repeat(4600)}`;
  assert.ok(text.length > 190_000);
  assert.equal(translate(parser, text, MAP).results.length, 2);
});
