// Which names of the frameworks a text of Python uses, and what the API map says of each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf, fitting, lookup, near, translate } from "../../docs/assets/js/translate-core.js";
import { gives, sideOf, written } from "../../docs/assets/js/translate-names.js";
import { prepared } from "../../docs/assets/js/translate-text.js";
import { uses } from "../../docs/assets/js/translate-uses.js";
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
  assert.deepEqual(names("tensorflow.abs(transforms.Resize(3))"), ["tf.abs", "torchvision.transforms.Resize"]);
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
    ["m = keras.Sequential([])\nm.fit(x)", ["keras.Sequential", "keras.Sequential.fit"]],
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
  const broken = (text) => uses(parser, text).broken;
  assert.deepEqual(["tf.abs(x)", "x = 1\n)\ntf.abs(x)", "print 3", "x = = 1"].map(broken), [0, 2, 0, 1]);
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
    ["keras.ops.convert_to_numpy", ""],
    ["keras.ops.sum", "tf.Tensor"],
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
  assert.deepEqual(said("torch.abs(x)\nx.abs_()\nx.other_()"), [
    ["torch.abs", "known", "abs", "1"],
    ["torch.Tensor.abs", "maybe", "abs", "2"],
  ]);
});

test("a part of something known is that; a method that the map lacks is unknown, an attribute is nothing", () => {
  assert.deepEqual(said("tf.float32.max\n"), [["tf.float32", "known", "float32", "1"]]);
  assert.deepEqual(said("x = torch.abs(z)\nx.frobnicate()\nx.frob\n"), [
    ["torch.abs", "known", "abs", "1"],
    ["torch.Tensor.frobnicate", "unknown", "", "2"],
  ]);
});

test("a module that is passed on, and what Python gives each module, are no names", () => {
  assert.deepEqual(said("f(torch.nn.functional)\nprint(torch.__version__.split())\n"), []);
});

test("a long file is read whole", () => {
  const text = `import tensorflow as tf\n${"x = tf.abs(tf.math.reduce_std(x, axis=1))\n".repeat(4600)}`;
  assert.ok(text.length > 190_000);
  assert.equal(translate(parser, text, MAP).results.length, 2);
});

test("a decorator is a use", () => {
  assert.deepEqual(
    uses(
      parser,
      "import tensorflow as tf\n@tf.function(jit_compile=True)\ndef f(x):\n    return tf.abs(x)\n",
    ).found.map(({ name, line, call, given }) => [name, line, call, given]),
    [
      ["tf.function", 2, true, { jit_compile: "True" }],
      ["tf.abs", 4, true, {}],
    ],
  );
  assert.deepEqual(names("@torch.no_grad()\n@staticmethod\n@other.thing\ndef f():\n    pass\n"), ["torch.no_grad"]);
});

test("an annotation says what a value is, and is no call", () => {
  const text = `from torch import Tensor, nn
from typing import Optional
def f(a: Tensor, b: Optional[Tensor] = None, c: "Tensor" = None, d: Tensor | None = None, e: nn.Module = nn.ReLU()):
    return a.relu(), b.tanh(), c.sigmoid(), d.exp(), e.own(a)
x: Tensor = g()
x.log()
`;
  const { found } = uses(parser, text);
  assert.deepEqual(
    found.filter(({ annotation }) => annotation).map(({ name }) => name),
    ["torch.nn.Module"],
  );
  assert.deepEqual(
    found.filter(({ annotation }) => !annotation).map(({ name, sure }) => (sure ? name : `?${name}`)),
    [
      "torch.nn.ReLU",
      "torch.Tensor.relu",
      "torch.Tensor.tanh",
      "?sigmoid",
      "torch.Tensor.exp",
      "torch.nn.Module.own",
      "torch.Tensor.log",
    ],
  );
  const map = { entries: [entry("tensor", ["tf.Tensor"], ["torch.Tensor"], "other-forms")], aliases: {} };
  assert.deepEqual(
    translate(parser, "def f(x: torch.Tensor): pass\nisinstance(x, torch.Tensor)\n", map).results.map(
      ({ state, lines }) => [state, lines],
    ),
    [
      ["look", [2]],
      ["known", [1]],
    ],
  );
  assert.deepEqual(translate(parser, "def f(x: torch.Unheard): pass", map).results, []);
});

test("what the base class does is found through super()", () => {
  assert.deepEqual(
    names(`class Own(keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(3,))
        self.w.assign(1)
        super(Own, self).build(shape)

    def call(self, x):
        return super().call(x)
`),
    ["keras.layers.Layer", "keras.Layer.add_weight", "tf.Variable.assign", "keras.Layer.build", "keras.Layer.call"],
  );
});

test("parts of a container of modules are modules, by index, by name and in a loop", () => {
  for (const [text, expected] of [
    [
      "m = nn.ModuleList()\nm.append(nn.ReLU())\nm[0](x).relu()",
      ["torch.nn.ModuleList", "torch.nn.ModuleList.append", "torch.nn.ReLU", "torch.Tensor.relu"],
    ],
    [
      "m = nn.ModuleDict(dict(a=nn.ReLU()))\nm['a'](x).relu()\nm.a(x).tanh()\nm.parameters()",
      [
        "torch.nn.ModuleDict",
        "torch.nn.ReLU",
        "torch.Tensor.relu",
        "torch.Tensor.tanh",
        "torch.nn.ModuleDict.parameters",
      ],
    ],
    [
      "for b in nn.Sequential(nn.ReLU()):\n    b(x).relu()",
      ["torch.nn.Sequential", "torch.nn.ReLU", "torch.Tensor.relu"],
    ],
    ["for i, b in enumerate(nn.ModuleList()):\n    b(x).relu()", ["torch.nn.ModuleList", "torch.Tensor.relu"]],
    ["ys = [b(x).relu() for b in nn.ModuleList()]\nb.relu()", ["torch.Tensor.relu", "torch.nn.ModuleList", "?relu"]],
    [
      "for a, b in zip(nn.ModuleList(), torch.ones(3)):\n    a.eval(), b.exp()",
      ["torch.nn.ModuleList", "torch.ones", "torch.nn.Module.eval", "torch.Tensor.exp"],
    ],
    [
      "for x, y in torch.utils.data.DataLoader(d):\n    x.relu(), y.own()",
      ["torch.utils.data.DataLoader", "torch.Tensor.relu", "torch.Tensor.own"],
    ],
    ["model = torchvision.models.resnet18()\nmodel.fc(x)", ["torchvision.models.resnet18", "torch.nn.Module.fc"]],
  ]) {
    assert.deepEqual(names(text), expected, text);
  }
  const unknown = translate(parser, "m = torchvision.models.resnet18()\nm.fc(x)", { entries: [], aliases: {} }).results;
  assert.deepEqual(
    unknown.map(({ name }) => name),
    ["torchvision.models.resnet18"],
  );
});

test("several names take the parts of a value, and lose what they held", () => {
  assert.deepEqual(names("a, b = torch.ones(2).chunk(2)\na.relu()"), [
    "torch.ones",
    "torch.Tensor.chunk",
    "torch.Tensor.relu",
  ]);
  assert.deepEqual(names("a = torch.ones(2)\na, b = f()\na.own()"), ["torch.ones", "?own"]);
  assert.deepEqual(names("a, b = torch.ones(2), 3\na.relu()\nb.own()"), ["torch.ones", "torch.Tensor.relu", "?own"]);
  assert.deepEqual(names("a = b = torch.ones(2)\nb.relu()"), ["torch.ones", "torch.Tensor.relu"]);
  assert.deepEqual(names("x = torch.ones(2)\nx.T.relu()\nx.data.exp()"), [
    "torch.ones",
    "torch.Tensor.relu",
    "torch.Tensor.exp",
  ]);
  assert.deepEqual(names("c = nn.Linear(1, 2)\nc.weight.data.normal_()"), ["torch.nn.Linear", "torch.Tensor.normal_"]);
  assert.deepEqual(names("c = nn.ReLU() if a else b\nc(x).tanh()"), ["torch.nn.ReLU", "torch.Tensor.tanh"]);
});

test("a common method is guessed only where its arguments are a framework's", () => {
  for (const [call, guessed] of [
    ["x.size(0)", true],
    ["x.size(axis)", false],
    ["x.sum(dim=1)", true],
    ["x.sum(axis=1)", false],
    ["x.mean([-2, -1], keepdim=True)", true],
    ["m.eval()", true],
    ["m.eval('1 + 1')", false],
    ["m.train(False)", true],
    ["m.train(data)", false],
    ["logger.log(1, step=2)", false],
    ["x.log()", true],
    ["m.fit(x, y, epochs=3)", true],
    ["scaler.fit(x)", false],
    ["names.append(3)", false],
  ]) {
    assert.equal(names(`import torch\n${call}`).length, guessed ? 1 : 0, call);
  }
});

test("a name of TensorFlow 1, one that moved, and one that works in place are read as what there is", () => {
  const map = {
    entries: [
      entry("rsqrt", ["tf.math.rsqrt"], ["torch.rsqrt"]),
      entry("get-variable", ["tf.compat.v1.get_variable"], []),
      entry("decay", ["keras.optimizers.schedules.CosineDecay"], []),
      entry("fill", [], ["torch.Tensor.masked_fill"]),
      entry("dense", ["keras.layers.Dense"], []),
      entry("adam", ["keras.optimizers.Adam"], ["torch.optim.Adam"]),
      entry("loader", [], ["torch.utils.data.DataLoader"]),
      entry("linear", [], ["torch.nn.Linear"]),
      entry("relu", [], ["torch.nn.functional.relu"]),
      entry("autocast", [], ["torch.amp.autocast"]),
      entry("numpy", ["keras.ops.convert_to_numpy"], ["torch.Tensor.numpy"]),
    ],
    aliases: { "tf.compat.v1.rsqrt": "tf.math.rsqrt" },
  };
  const read = (text) => translate(parser, text, map).results.map(({ entries, read: how }) => [entries[0]?.id, how]);
  for (const [text, expected] of [
    ["tf.rsqrt(x)", ["rsqrt", "moved"]],
    ["import tensorflow.compat.v1 as tf\ntf.math.rsqrt(x)", ["rsqrt", "v1"]],
    ["tf.get_variable('a')", ["get-variable", "v1"]],
    ["tf.layers.Dense(3)", ["dense", "v1"]],
    ["keras.experimental.CosineDecay(1)", ["decay", "moved"]],
    ["x = torch.ones(2)\nx.masked_fill_(m, 0)", ["fill", "in-place"]],
    ["tf.math.rsqrt(x)", ["rsqrt", ""]],
    ["keras.optimizers.legacy.Adam(1)", ["adam", "moved"]],
    ["torch.cuda.amp.autocast()", ["autocast", "moved"]],
    ["torch.nn.modules.linear.Linear(1, 2)", ["linear", "public"]],
    ["torch.nn.modules.Linear(1, 2)", ["linear", "public"]],
    ["keras.ops.numpy.convert_to_numpy(x)", ["numpy", "public"]],
    ["torch.optim.adam.Adam(p)", ["adam", "public"]],
    ["torch.utils.data.dataloader.DataLoader(d)", ["loader", "public"]],
    ["F.relu_(x)", ["relu", "in-place"]],
    ["import tensorflow as tf\ndef f(x: tf.Tensor): return x.numpy()", ["numpy", ""]],
  ]) {
    assert.deepEqual(read(text).at(-1).slice(0, 2), text.startsWith("x =") ? expected : expected, text);
  }
});

test("a slip of the pen finds the name that was meant, nearest first", () => {
  const known = lookup(MAP);
  assert.deepEqual(
    near("tf.math.reduce_sdt", known).map(({ name }) => name),
    ["tf.math.reduce_std"],
  );
  assert.deepEqual(
    near("tf.nn.Conv2d", known).map(({ name }) => name),
    ["tf.nn.conv2d"],
  );
  assert.deepEqual(
    near("torch.conv2", known).map(({ name }) => name),
    ["torch.nn.functional.conv2d"],
  );
  assert.deepEqual(near("torch.nothing_alike", known), []);
  const [{ state, near: slips }] = translate(parser, "tf.math.reduce_sdt(x)", MAP).results;
  assert.deepEqual([state, slips[0].name], ["unknown", "tf.math.reduce_std"]);
});

test("a name alone is looked up without its module; in a text only a class that nothing binds is", () => {
  const found = (text) => translate(parser, text, MAP).results.map(({ name, state }) => [name, state]);
  assert.deepEqual(found("reduce_std"), [["tf.math.reduce_std", "maybe"]]);
  assert.deepEqual(found("conv2d()"), [["tf.nn.conv2d", "maybe"]]);
  assert.deepEqual(found("float32"), [["tf.float32", "maybe"]]);
  assert.deepEqual(
    translate(parser, "reduce_sdt", MAP).results.map(({ near: slips }) => slips[0].name),
    ["tf.math.reduce_std"],
  );
  for (const text of ["hello", "a.b.", "x = 1", "!", ""]) assert.deepEqual(found(text), [], text);
  const map = { entries: [entry("dense", ["keras.layers.Dense"], ["torch.nn.Linear"])], aliases: {} };
  const names = (text) => translate(parser, text, map).results.map(({ name, state }) => [name, state]);
  assert.deepEqual(names("x = Dense(64)(x)\n"), [["keras.layers.Dense", "maybe"]]);
  assert.deepEqual(names("class Dense: pass\nx = Dense(64)\n"), []);
  assert.deepEqual(names("from other import Dense\nx = Dense(64)\n"), []);
});

test("a case holds where all its arguments are given, by name or place, and no value is known to be another", () => {
  const conv = entry("conv", ["keras.layers.Conv2D"], ["torch.nn.Conv2d"], "other-arguments", {
    parameters: { "keras.layers.Conv2D": ["filters", "kernel_size", "strides", "padding"] },
    cases: [{ side: "tensorflow", given: { padding: "same", strides: "> 1" }, note: "Pad.", code: {}, wrong: "" }],
  });
  const map = { entries: [conv], aliases: {} };
  const state = (call) => translate(parser, `keras.layers.${call}`, map).results[0].state;
  assert.equal(state('Conv2D(8, 3, strides=2, padding="same")'), "look");
  assert.equal(state('Conv2D(8, 3, 2, "SAME")'), "look");
  assert.equal(state('Conv2D(8, 3, (1, 2), padding="same")'), "look");
  assert.equal(state('Conv2D(8, 3, strides=s, padding="same")'), "look");
  assert.equal(state('Conv2D(8, 3, padding="same")'), "known");
  assert.equal(state('Conv2D(8, 3, strides=1, padding="same")'), "known");
  assert.equal(state('Conv2D(8, 3, strides=2, padding="valid")'), "known");
  assert.equal(state("Conv2D(8, 3, strides=s, padding=p)"), "known");
  assert.equal(state("Conv2D(*sizes, 2)"), "known");
  assert.deepEqual(casesOf(conv, { given: { padding: "'same'", strides: "2" } }, "pytorch"), []);
  assert.equal(casesOf({ cases: [{ side: "pytorch", given: {} }] }, { given: {} }, "tensorflow").length, 1);
});

test("what a star imports is known; a text without a framework's name is of the one that its methods are of", () => {
  const map = {
    entries: [
      entry("relu", ["keras.layers.ReLU"], ["torch.nn.ReLU"]),
      entry("sum", ["keras.ops.sum"], ["torch.sum"]),
      entry("view", ["tf.reshape"], ["torch.Tensor.view"]),
      entry("compile", ["keras.Model.compile"], ["torch.nn.Module.compile"]),
    ],
    aliases: {},
  };
  const read = (text) => translate(parser, text, map).results.map(({ name, state }) => [name, state]);
  assert.deepEqual(read("from torch.nn import *\nReLU()"), [["torch.nn.ReLU", "known"]]);
  assert.deepEqual(read("from torch import *\nsum(x)\nother(x)"), [["torch.sum", "known"]]);
  assert.deepEqual(read("from numpy import *\nsum(x)"), []);
  assert.deepEqual(read("y = x.view(3)"), [["torch.Tensor.view", "maybe"]]);
  assert.deepEqual(read("x.compile()"), []);
  assert.deepEqual(read("x.reshape(-1, 2)"), []); // NumPy has it, too
  assert.deepEqual(read("x.view(3)\nx.compile()"), [
    ["torch.Tensor.view", "maybe"],
    ["torch.nn.Module.compile", "maybe"],
  ]);
  assert.deepEqual(read("K.sum(x)"), [["keras.ops.sum", "known"]]);
});

test("a value fits what is wanted, does not, or cannot be known", () => {
  for (const [wanted, text, expected] of [
    ["any", "x", true],
    ["any", undefined, false],
    ["absent", undefined, true],
    ["absent", "3", false],
    ["number", "3", true],
    ["number", "[1, 2]", false],
    ["> 1", "2", true],
    ["> 1", "(1, 2)", true],
    ["> 1", "[1, 1]", false],
    ["> 1", "n", undefined],
    ["same", "'SAME'", true],
    ["bicubic", "tf.image.ResizeMethod.BICUBIC", true],
    ["int32 | int64", "tf.int64", true],
    ["int32 | int64", "tf.float32", false],
    ["True", "True", true],
    ["True", "False", false],
    ["True", "flag", undefined],
  ]) {
    assert.equal(fitting(wanted, text), expected, `${wanted}: ${text}`);
  }
});

test("of several entries of a name the one that the call means comes first, and it alone says whether to look", () => {
  const map = {
    entries: [
      entry("stack", ["tf.stack"], ["torch.stack"], "other-arguments"),
      entry("array", ["tf.TensorArray"], ["torch.stack"], "lines"),
      entry("layer", ["keras.layers.Concatenate"], ["torch.cat"], "other-defaults"),
      entry("concat", ["tf.concat"], ["torch.cat"], "other-arguments"),
      entry("conv", ["keras.layers.Conv2D"], ["torch.nn.Conv2d"]),
      entry("depthwise", ["keras.layers.DepthwiseConv2D"], ["torch.nn.Conv2d"], "other-forms", {
        when: { pytorch: { groups: "any" } },
      }),
      entry("reshape", ["tf.reshape"], ["torch.Tensor.view"]),
      entry("bitcast", ["tf.bitcast"], ["torch.Tensor.view"], "same", {
        when: { pytorch: { "*": "dtype | torch.int" } },
      }),
    ],
    aliases: {},
  };
  for (const [text, expected] of [
    ["torch.stack(x)", ["known", "stack", "array"]],
    ["torch.cat(x)", ["known", "concat", "layer"]],
    ["nn.Conv2d(3, 3, 3)", ["known", "conv", "depthwise"]],
    ["nn.Conv2d(3, 3, 3, groups=3)", ["look", "depthwise", "conv"]],
    ["x = nn.ReLU()(z)\nx.view(2)", ["known", "reshape", "bitcast"]],
    ["x = nn.ReLU()(z)\nx.view(torch.int32)", ["known", "bitcast", "reshape"]],
  ]) {
    const result = translate(parser, text, map).results.find(({ entries }) => entries.length);
    assert.deepEqual([result.state, ...result.entries.map(({ id }) => id)], expected, text);
  }
});

const python = (text) => prepared(text).python;

test("what people paste becomes Python whose lines stay where they were", () => {
  for (const [text, expected] of [
    ["tf.abs(x)", "tf.abs(x)"],
    ["if a:\r\n\ttf.abs(x)\r\n", "if a:\n\ttf.abs(x)\n"],
    ["a\rb", "a\nb"],
    ["\uFEFFtf.abs(x)", "tf.abs(x)"],
    ["x =\u00A01", "x = 1"],
    [">>> x = 1\n>>> for i in x:\n...     y = 2\n...\n3\n>>> z", "x = 1\nfor i in x:\n    y = 2\n\n\nz"],
    ["In [1]: x = 1\n   ...: y = 2\nOut[1]: 3\n\nIn [2]: z", "x = 1\ny = 2\n\n\nz"],
    ["%matplotlib inline\nx", "pass\nx"],
    ["!pip install torch\n  !ls\nx", "pass\n  pass\nx"],
    ["%%time\nx = 1", "pass\nx = 1"],
    ["%time y = tf.abs(x)", "y = tf.abs(x)"],
    ["%timeit -n 10 tf.abs(x)", "tf.abs(x)"],
    ["files = !ls\nx", "files = None\nx"],
    ["tf.abs?\nx", "pass\nx"],
    ['print("%d"\n  %value)', 'print("%d"\n  %value)'],
    ["!ls ~/a/\n!ls b", "pass\npass"],
    ["if (\n  a\n  != b\n): c", "if (\n  a\n  != b\n): c"],
    ['def f():\n  """\n  >>> f()\n  """', 'def f():\n  """\n  >>> f()\n  """'],
    ["Python 3.11.7 (main)\n>>> x", "\nx"],
    ["f(1., x=2.)[0] + 1.e-5 + a.b + 1.5 + x1.y", "f(1.0, x=2.0)[0] + 1.0e-5 + a.b + 1.5 + x1.y"],
    ["  yield\n  yield x", "  yield None\n  yield x"],
    ["%%bash\npip install torch", "\n"],
    ["{'cells': 3}", "{'cells': 3}"],
    ['{"cells": [', '{"cells": ['],
  ]) {
    assert.equal(python(text), expected, text);
  }
});

test("a notebook's JSON is read cell by cell, and a line is called by its cell", () => {
  const cell = (cell_type, source) => ({ cell_type, source, metadata: {} });
  const notebook = JSON.stringify({
    nbformat: 4,
    cells: [
      cell("markdown", ["# tf.abs(x)"]),
      cell("code", ["%matplotlib inline\n", "import tensorflow as tf"]),
      cell("code", "x = tf.abs(y)\nz = tf.abs(x)\n"),
    ],
  });
  const { python: text, place, notebook: is } = prepared(notebook);
  assert.equal(text, "pass\nimport tensorflow as tf\nx = tf.abs(y)\nz = tf.abs(x)\n");
  assert.deepEqual([1, 2, 3, 4].map(place), ["cell 1, line 1", "cell 1, line 2", "cell 2, line 1", "cell 2, line 2"]);
  assert.ok(is);
  assert.deepEqual(said(text), [["tf.abs", "known", "abs", "3,4"]]);
  assert.equal(python('{"worksheets": [{"cells": [{"cell_type": "code", "input": ["tf.abs(x)"]}]}]}'), "tf.abs(x)");
  assert.equal(prepared("x\ny").place(2), "2");
});

test("code of Python 2 is read as far as it goes", () => {
  assert.deepEqual(names('import tensorflow as tf\nprint "loss", tf.abs(x)\nexec "1"\ntf.exp(x)\n'), [
    "tf.abs",
    "tf.exp",
  ]);
});

test("a long file of unknown names is read whole", () => {
  const text = Array.from({ length: 5000 }, (_, index) => `y = tf.unheard_of_${index}(x)`).join("\n");
  assert.equal(translate(parser, text, MAP).results.length, 5000);
});
