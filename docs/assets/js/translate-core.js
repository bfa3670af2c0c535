// Which calls of the two frameworks a text of Python has, and what the API map says of each. No page is needed here.
//
// Names are followed through imports (`import torch.nn.functional as F`), and what a variable holds through what is
// assigned to it, as far as a text says it. A method of something that nothing is known of is listed with that doubt.

// Where imports lead, as the map writes names; the longest beginning counts.
const WRITTEN = [
  ["tensorflow.compat.v2", "tf"],
  ["tensorflow.keras", "keras"],
  ["tensorflow", "tf"],
  ["tf.compat.v2", "tf"],
  ["tf.keras", "keras"],
  ["tf_keras", "keras"],
];
const ROOTS = { tf: "tensorflow", keras: "tensorflow", torch: "pytorch", torchvision: "pytorch" };
// What people import without saying so in a piece that they paste.
const USUAL = {
  tf: "tf",
  keras: "keras",
  torch: "torch",
  torchvision: "torchvision",
  nn: "torch.nn",
  F: "torch.nn.functional",
  optim: "torch.optim",
  layers: "keras.layers",
};

/** A dotted name as the map writes it: `tensorflow.keras.layers.Dense` is `keras.layers.Dense`. */
export function written(name) {
  for (const [beginning, ours] of WRITTEN) {
    if (name === beginning || name.startsWith(`${beginning}.`)) return written(ours + name.slice(beginning.length));
  }
  return name;
}

/** The framework that a full name belongs to; undefined for another library's. */
export const sideOf = (name) => ROOTS[name.split(".")[0]];

// What a call gives, by the beginning of its full name: the class whose methods the map knows. The first that fits.
const GIVES = [
  [/^torch\.optim\.lr_scheduler\.[A-Z]\w*$/, "torch.optim.lr_scheduler.LRScheduler"],
  [/^torch\.optim\.[A-Z]\w*$/, "torch.optim.Optimizer"],
  [/^torch\.utils\.data\.DataLoader$/, "torch.utils.data.DataLoader"],
  [/^torch\.utils\.data\.[A-Z]\w*$/, "torch.utils.data.Dataset"],
  [/^torch\.(nn\.Parameter|Tensor|FloatTensor|LongTensor)$/, "torch.Tensor"],
  [/^torch\.nn\.[A-Z]\w*$/, "torch.nn.Module"],
  [/^torchvision\.models\.[a-z]/, "torch.nn.Module"],
  [/^torch\.amp\.GradScaler$/, "torch.amp.GradScaler"],
  [/^torch\.(load|save|device|manual_seed|compile|jit|export|onnx|hub|cuda|distributed|no_grad|set_|get_|is_)/, ""],
  [/^torch\.(nn\.(functional|init)\.|linalg\.|fft\.|special\.)?[a-z]\w*$/, "torch.Tensor"],
  [/^torch\.Tensor\.(item|size|dim|numel|tolist|numpy|backward|is_\w+|element_size|data_ptr|stride)$/, ""],
  [/^torch\.Tensor\./, "torch.Tensor"],
  [/^torch\.nn\.Module\.(to|cuda|cpu|eval|train|float|half|double|requires_grad_|apply)$/, "torch.nn.Module"],
  [/^torch\.nn\.Module\.__call__$/, "torch.Tensor"],
  [
    /^tf\.data\.(Dataset|TFRecordDataset|TextLineDataset|FixedLengthRecordDataset|experimental\.make_csv_dataset)/,
    "tf.data.Dataset",
  ],
  [/^keras\.utils\.(image|text|timeseries|audio)_dataset_from_directory$/, "tf.data.Dataset"],
  [/^tf\.Variable$/, "tf.Variable"],
  [/^tf\.GradientTape$/, "tf.GradientTape"],
  [/^tf\.train\.CheckpointManager$/, "tf.train.CheckpointManager"],
  [/^tf\.train\.Checkpoint$/, "tf.train.Checkpoint"],
  [/^tf\.distribute\.\w*Strategy$/, "tf.distribute.Strategy"],
  [/^keras\.(Model|Sequential|models\.\w+|applications\.\w+)$/, "keras.Model"],
  [/^keras\.Model\.__call__$/, "tf.Tensor"],
  [/^keras\.(Input|layers\.Input)$/, "tf.Tensor"],
  [/^keras\.layers\.[A-Z]\w*$/, "keras.Layer"],
  [/^keras\.Layer\.__call__$/, "tf.Tensor"],
  [/^keras\.optimizers\.[A-Z]\w*$/, "keras.optimizers.Optimizer"],
  [/^keras\.metrics\.[A-Z]\w*$/, "keras.Metric"],
  [/^keras\.losses\.[A-Z]\w*$/, "keras.Loss"],
  [/^keras\.(ops|activations|losses|random)\.[a-z]/, "tf.Tensor"],
  [
    /^tf\.(function|device|name_scope|constant_initializer|config|io|lite|saved_model|summary|train|distribute|debugging)/,
    "",
  ],
  [/^tf\.(\w+\.)*[a-z]\w*$/, "tf.Tensor"],
  [/^tf\.Tensor\.(numpy|get_shape)$/, ""],
  [/^tf\.Tensor\./, "tf.Tensor"],
];

/** The class of what a call of a full name gives; empty where that is not known. */
export const gives = (name) => GIVES.find(([pattern]) => pattern.test(name))?.[1] ?? "";

// Classes that a class of the reader's may extend, and what its own instances are then.
const EXTENDED = {
  "torch.nn.Module": "torch.nn.Module",
  "torch.utils.data.Dataset": "torch.utils.data.Dataset",
  "keras.Model": "keras.Model",
  "keras.Layer": "keras.Layer",
  "keras.layers.Layer": "keras.Layer",
  "keras.Sequential": "keras.Model",
};
// Whose methods an instance has, too.
const ABOVE = { "keras.Model": ["keras.Layer"], "torch.nn.Module": [], "tf.Variable": ["tf.Tensor"] };
// The methods whose arguments are tensors.
const TAKES_TENSORS = new Set(["forward", "call"]);
// Methods of Python's own objects: of these nothing is guessed.
const PLAIN = new Set(
  (
    "append extend insert remove pop clear index count sort reverse copy items keys values get update setdefault add " +
    "discard union join split strip lstrip rstrip format replace startswith endswith lower upper encode decode read " +
    "write close open find title fit transform fit_transform predict score mean sum std var min max reshape astype " +
    "round shape size all any load save map filter batch step train eval info debug warning error group match search"
  ).split(" "),
);

/**
 * The uses of names of the frameworks in a text, in its order, without those in imports:
 * `{ name, text, from, line, call, given, sure }`. `call` says whether it is called, `given` names the arguments that the call
 * gives by keyword, with their texts, and `sure` is false where only a method's name is known.
 */
export function uses(parser, text) {
  const tree = parser.parse(text);
  const found = [];
  const lineOf = lines(text);
  const methods = [];
  let anySide = "";
  const source = (node) => text.slice(node.from, node.to);
  const scopes = [new Map(Object.entries(USUAL).map(([name, full]) => [name, { module: full }]))];
  const known = (name) => {
    for (let depth = scopes.length - 1; depth >= 0; depth--) {
      if (scopes[depth].has(name)) return scopes[depth].get(name);
    }
    return {};
  };
  const set = (name, value) => scopes.at(-1).set(name, value);
  const classes = []; // of each class that we are in: the attributes of `self`

  const visitAll = (node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };

  /** Visit a node. Returns what is known of its value: `{ module }`, `{ instance }`, `{ type }`, or nothing. */
  function visit(node) {
    switch (node.name) {
      case "ImportStatement":
        importNames(node);
        return {};
      case "ClassDefinition":
        return classOf(node);
      case "FunctionDefinition":
      case "LambdaExpression":
        return functionOf(node);
      case "AssignStatement":
        return assign(node);
      case "WithStatement":
        return withOf(node);
      case "VariableName": {
        const name = source(node);
        if (name !== "self" || classes.length === 0) return known(name);
        return { self: true, instance: classes.at(-1).type, own: classes.at(-1).own, weak: true };
      }
      case "MemberExpression":
        return member(node, null);
      case "CallExpression":
        return callOf(node);
      case "BinaryExpression": {
        const [left, ...rest] = children(node).map(visit);
        return [left, ...rest].find((part) => /Tensor$/.test(part.instance ?? "")) ?? {};
      }
      case "ParenthesizedExpression":
      case "UnaryExpression": {
        const parts = children(node).map(visit);
        return parts.find((part) => part.instance) ?? {};
      }
      default:
        visitAll(node);
        return {};
    }
  }

  function importNames(node) {
    const parts = children(node);
    const from = parts[0]?.name === "from";
    const at = parts.findIndex((part) => part.name === "import");
    const origin = from ? source({ from: parts[0].to, to: parts[at].from }).trim() : "";
    const names = source({ from: parts[at].to, to: node.to }).replace(/[()\\]|#[^\n]*/g, " ");
    for (const entry of names.split(",")) {
      const [, name, , alias] = entry.trim().match(/^([\w.]+)(\s+as\s+(\w+))?$/) ?? [];
      if (!name) continue;
      const full = from ? `${origin}.${name}` : name;
      const bound = alias ?? (from ? name : name.split(".")[0]);
      const module = written(from || alias ? full : name.split(".")[0]);
      set(bound, origin.startsWith(".") || !sideOf(module) ? { other: true } : { module });
    }
  }

  function classOf(node) {
    const name = node.getChild("VariableName");
    const bases = node.getChild("ArgList");
    let type = "";
    if (bases) {
      for (const base of children(bases)) {
        const value = visit(base);
        type ||= EXTENDED[value.module] ?? (value.type || (sideOf(value.module ?? "") ? gives(value.module) : ""));
      }
    }
    const body = node.getChild("Body");
    const parts = body ? children(body) : [];
    const own = new Set(parts.map(methodName));
    if (name) set(source(name), { type, own });
    classes.push({ type, own, attributes: new Map() });
    // Methods may use what __init__, wherever it stands, has put into `self`.
    for (const part of children(node)) if (!["VariableName", "ArgList", "Body"].includes(part.name)) visit(part);
    const first = parts.filter((part) => ["__init__", "build", "setup"].includes(methodName(part)));
    for (const part of [...first, ...parts.filter((part) => !first.includes(part))]) visit(part);
    classes.pop();
    return {};
  }

  /** The name of a method in the body of a class, decorated or not; empty for another statement. */
  function methodName(part) {
    const definition = part.name === "DecoratedStatement" ? part.getChild("FunctionDefinition") : part;
    const name = definition?.name === "FunctionDefinition" ? definition.getChild("VariableName") : null;
    return name ? source(name) : "";
  }

  function functionOf(node) {
    const name = node.getChild("VariableName");
    if (name) set(source(name), {});
    const method = name && classes.length > 0 && TAKES_TENSORS.has(source(name));
    scopes.push(new Map());
    const list = node.getChild("ParamList");
    for (const part of list ? children(list) : []) {
      if (part.name !== "VariableName" || source(part) === "self") {
        if (part.name !== "VariableName") visit(part);
        continue;
      }
      const tensor = sideOf(classes.at(-1)?.type ?? "") === "pytorch" ? "torch.Tensor" : "tf.Tensor";
      set(source(part), method && sideOf(classes.at(-1).type ?? "") ? { instance: tensor, weak: true } : {});
    }
    for (const part of children(node)) if (part.name !== "ParamList") visit(part);
    scopes.pop();
    return {};
  }

  function assign(node) {
    const parts = children(node);
    const at = parts.map((part) => part.name).lastIndexOf("AssignOp");
    const value = parts.slice(at + 1).map(visit);
    const target = parts[0];
    if (parts.length === 3 && at === 1) {
      if (target.name === "VariableName") set(source(target), value[0] ?? {});
      else if (target.name === "MemberExpression" && source(target).startsWith("self.") && classes.length > 0) {
        classes.at(-1).attributes.set(source(target).slice(5), value[0] ?? {});
      } else visit(target);
    } else for (const part of parts.slice(0, at)) if (!["VariableName", ","].includes(part.name)) visit(part);
    return {};
  }

  function withOf(node) {
    let last = {};
    const parts = children(node);
    parts.forEach((part, index) => {
      if (part.name === "as") return;
      if (parts[index - 1]?.name === "as" && part.name === "VariableName") set(source(part), last);
      else last = visit(part);
    });
    return {};
  }

  function callOf(node) {
    const callee = node.firstChild;
    const list = node.getChild("ArgList");
    const given = {};
    for (let part = list?.firstChild; part; part = part.nextSibling) {
      if (part.name === "VariableName" && part.nextSibling?.name === "AssignOp") {
        const value = part.nextSibling.nextSibling;
        given[source(part)] = value ? source(value) : "";
      }
    }
    let value;
    if (callee.name === "MemberExpression") value = member(callee, given);
    else if (callee.name === "VariableName") {
      value = visit(callee);
      if (value.module) note(value.module, callee, given);
    } else value = visit(callee);
    if (list) argumentsOf(list);
    if (value.module) return { instance: gives(value.module) };
    if (value.type) return { instance: value.type, own: value.own };
    // `Net().to(device)` is still the reader's Net.
    if (value.method) {
      const instance = gives(value.method);
      return { instance, own: value.method.startsWith(`${instance}.`) ? value.own : undefined };
    }
    if (value.instance) return { instance: gives(`${value.instance}.__call__`) };
    return {};
  }

  function argumentsOf(list) {
    for (let part = list.firstChild; part; part = part.nextSibling) {
      if (part.name === "VariableName" && part.nextSibling?.name === "AssignOp") part = part.nextSibling;
      else if (part.name === "VariableName") {
        const value = known(source(part));
        if (value.module && /\.[^.]+$/.test(value.module)) note(value.module, part, null);
      } else visit(part);
    }
  }

  /** A chain such as `F.relu`, `self.conv` or `x.view`; `given` are the arguments of a call, null where it is none. */
  function member(node, given) {
    const parts = children(node);
    const owner = parts[0];
    const last = parts.at(-1);
    if (last?.name !== "PropertyName") {
      // An index: `x[0]` is what `x` is, as far as methods go.
      const value = visit(owner);
      for (const part of parts.slice(1)) visit(part);
      return /Tensor$/.test(value.instance ?? "") ? value : {};
    }
    const name = source(last);
    const value = owner.name === "MemberExpression" ? member(owner, undefined) : visit(owner);
    if (value.module) {
      const full = written(`${value.module}.${name}`);
      if (given !== undefined) note(full, node, given);
      return { module: full };
    }
    if (value.other) return value; // of another library, or of the reader's own files
    if (value.self && classes.at(-1).attributes.has(name)) return classes.at(-1).attributes.get(name);
    if (value.own?.has(name)) return {}; // the reader's own method
    if (value.instance) {
      const full = `${value.instance}.${name}`;
      if (given !== undefined || !/^(data|grad|T|shape|weight|bias)$/.test(name)) {
        noteMethod(value.instance, name, last, given ?? null, value.weak ? "weak" : "sure");
      }
      return given ? { method: full, own: value.own } : {};
    }
    if (given && !value.type) noteMethod("", name, last, given, "");
    return {};
  }

  function note(name, node, given) {
    const side = sideOf(name);
    if (!side || !name.includes(".")) return;
    anySide ||= side;
    found.push({
      name,
      text: source(node),
      from: node.from,
      line: lineOf(node.from),
      call: Boolean(given),
      given: given ?? {},
      sure: true,
    });
  }

  function noteMethod(owner, name, node, given, sure) {
    if (name.startsWith("__")) return;
    const place = {
      text: `.${name}`,
      from: node.from,
      line: lineOf(node.from),
      call: Boolean(given),
      given: given ?? {},
    };
    if (sure) found.push({ ...place, name: `${owner}.${name}`, owner, sure: true, weak: sure === "weak" });
    else methods.push({ ...place, name, sure: false });
  }

  visit(tree.topNode);
  const guesses = methods.filter(({ name }) => !PLAIN.has(name));
  const all = [...found, ...guesses].sort((one, other) => one.from - other.from);
  return { found: all, side: mainSide(found) || anySide };
}

/** The framework that most names of a text belong to. */
function mainSide(found) {
  const count = { tensorflow: 0, pytorch: 0 };
  for (const { name } of found) if (sideOf(name)) count[sideOf(name)]++;
  if (count.tensorflow === count.pytorch) return count.tensorflow ? "tensorflow" : "";
  return count.tensorflow > count.pytorch ? "tensorflow" : "pytorch";
}

function children(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "Comment") found.push(child);
  }
  return found;
}

/** A function from a place in a text to its line, from 1. */
function lines(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (place) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The entries of the map by each name, aliases included, and by each method's bare name. */
export function lookup(map) {
  const byName = new Map();
  const put = (name, entry) => byName.set(name, [...(byName.get(name) ?? []), entry]);
  for (const entry of map.entries) for (const name of [...entry.tensorflow, ...entry.pytorch]) put(name, entry);
  const methods = new Map();
  for (const [name, entries] of byName) {
    const [owner, last] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)];
    if (/(^|\.)[A-Z]\w*$/.test(owner)) {
      const known = methods.get(last) ?? [];
      methods.set(last, [...known, { name, entries }]);
    }
  }
  return {
    /** The entries of a full name; none for one that the map does not have. */
    of: (name) => byName.get(name) ?? byName.get(map.aliases[name] ?? "") ?? [],
    /** Names of methods that are called so, with their entries. */
    methods: (name) => methods.get(name) ?? [],
  };
}

// From which class on a reader should look first.
const LOOK = new Set(["other-defaults", "other-forms", "other-result", "lines", "none"]);

/**
 * What the map says of each use in a text: `{ use, state, entries, side }`. `state` is `look`, `known`, `maybe` for a method of
 * something unknown, or `unknown`. Uses that say the same are one, with all their lines.
 */
export function translate(parser, text, map) {
  const known = lookup(map);
  const { found, side } = uses(parser, text);
  const results = new Map();
  for (const use of found) {
    const answer = answered(use, known, side);
    if (!answer) continue;
    const key = [answer.name, answer.state, Object.keys(use.given).sort().join(), conditions(use, answer.entries)].join(
      "|",
    );
    const before = results.get(key);
    if (before) before.lines.push(use.line);
    else results.set(key, { ...answer, use, lines: [use.line] });
  }
  const all = [...results.values()];
  return {
    results: [...all.filter(({ state }) => state === "look"), ...all.filter(({ state }) => state !== "look")],
    side,
  };
}

function conditions(use, entries) {
  return entries.flatMap(({ notes }) => Object.keys(notes).filter((name) => name in use.given)).join();
}

function answered(use, known, side) {
  if (!use.sure) {
    const fitting = known.methods(use.name).filter(({ name }) => sideOf(name) === side);
    if (fitting.length === 0) return null;
    const entries = [...new Set(fitting.flatMap((one) => one.entries))];
    return { name: fitting[0].name, state: "maybe", entries, side };
  }
  const own = sideOf(use.name);
  if (use.owner) {
    const owners = [use.owner, ...(ABOVE[use.owner] ?? [])];
    const name = owners.map((owner) => `${owner}.${use.text.slice(1)}`).find((full) => known.of(full).length > 0);
    if (name) return state(name, known.of(name), own);
    // What a class of the reader's has, or what only seems to be a tensor, may have methods of its own.
    return use.call && !use.weak ? { name: use.name, state: "unknown", entries: [], side: own } : null;
  }
  const entries = known.of(use.name);
  if (entries.length > 0) return state(use.name, entries, own);
  // A class of a class: `torch.nn.Linear.__init__`, `tf.float32.max`.
  const parent = use.name.slice(0, use.name.lastIndexOf("."));
  if (parent.includes(".") && known.of(parent).length > 0 && !use.call) return state(parent, known.of(parent), own);
  return { name: use.name, state: "unknown", entries: [], side: own };
}

const state = (name, entries, side) => ({
  name,
  state: entries.some(({ match }) => LOOK.has(match)) ? "look" : "known",
  entries,
  side,
});
