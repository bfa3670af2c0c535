// Which calls of the two frameworks a text of Python has, and what the API map says of each. No page is needed here.
//
// Names are followed through imports (`import torch.nn.functional as F`), and what a variable holds through what is
// assigned to it, as far as a text says it. A method of something that nothing is known of is listed with that doubt.

// Where imports lead, as the map writes names; the longest beginning counts.
const WRITTEN = [
  ["tensorflow.compat.v2", "tf"],
  ["tensorflow.python.keras", "keras"],
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
  tensorflow: "tf",
  keras: "keras",
  tfk: "keras",
  tfkl: "keras.layers",
  K: "keras.backend",
  torch: "torch",
  torchvision: "torchvision",
  nn: "torch.nn",
  F: "torch.nn.functional",
  optim: "torch.optim",
  layers: "keras.layers",
  transforms: "torchvision.transforms",
  T: "torchvision.transforms",
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
  [/^torch\.nn\.(ModuleList|ModuleDict|Sequential)$/, "$&"],
  [/^torch\.nn\.[A-Z]\w*$/, "torch.nn.Module"],
  [/^torchvision\.models\.[a-z]/, "torch.nn.Module"],
  [/^torch\.amp\.GradScaler$/, "torch.amp.GradScaler"],
  [/^torch\.(load|save|device|manual_seed|compile|jit|export|onnx|hub|cuda|distributed|no_grad|set_|get_|is_)/, ""],
  [/^torch\.(nn\.(functional|init)\.|linalg\.|fft\.|special\.)?[a-z]\w*$/, "torch.Tensor"],
  [/^torch\.Tensor\.(item|size|dim|numel|tolist|numpy|backward|is_\w+|element_size|data_ptr|stride)$/, ""],
  [/^torch\.Tensor\./, "torch.Tensor"],
  [/^torch\.nn\.Module\.(to|cuda|cpu|eval|train|float|half|double|requires_grad_|apply)$/, "torch.nn.Module"],
  [/^torch\.nn\.(Module|Sequential)\.__call__$/, "torch.Tensor"],
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
  [/^keras\.(models\.)?Sequential$/, "keras.Sequential"],
  [/^keras\.(Model|models\.\w+|applications\.\w+)$/, "keras.Model"],
  [/^keras\.(Model|Sequential)\.__call__$/, "tf.Tensor"],
  [/^keras\.(Model|Layer)\.add_(weight|variable)$/, "tf.Variable"],
  [/^keras\.(Input|layers\.Input)$/, "tf.Tensor"],
  [/^keras\.layers\.(TextVectorization|Normalization|Discretization|StringLookup|IntegerLookup)$/, "$&"],
  [/^keras\.layers\.[A-Z]\w*$/, "keras.Layer"],
  [/^keras\.(Layer|layers\.\w+)\.__call__$/, "tf.Tensor"],
  [/^keras\.optimizers\.[A-Z]\w*$/, "keras.optimizers.Optimizer"],
  [/^keras\.metrics\.[A-Z]\w*$/, "keras.Metric"],
  [/^keras\.losses\.[A-Z]\w*$/, "keras.Loss"],
  [/^keras\.(ops\.convert_to_numpy|backend\.get_value)$/, ""], // NumPy's
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
export const gives = (name) => {
  const [, given] = GIVES.find(([pattern]) => pattern.test(name)) ?? [];
  return given === "$&" ? name : (given ?? "");
};

// Classes that a class of the reader's may extend, and what its own instances are then.
const EXTENDED = {
  "torch.nn.Module": "torch.nn.Module",
  "torch.utils.data.Dataset": "torch.utils.data.Dataset",
  "keras.Model": "keras.Model",
  "keras.Layer": "keras.Layer",
  "keras.layers.Layer": "keras.Layer",
  "keras.Sequential": "keras.Sequential",
};
// Types that say in an annotation what a value is, beside those of the classes above and below.
const ANNOTATED = { "tf.Tensor": "tf.Tensor", "torch.optim.Optimizer": "torch.optim.Optimizer" };
// Which parts of a class are of which class: those of a container, and attributes that are tensors.
const CONTAINERS = new Set(["torch.nn.ModuleList", "torch.nn.ModuleDict", "torch.nn.Sequential"]);
const DICTIONARY = new Set(["keys", "values", "items", "update", "pop", "clear"]);
const TENSORS = new Set(["data", "grad", "T", "mT", "H", "mH", "real", "imag"]);
const WEIGHTS = new Set(["weight", "bias"]);
// Whose methods an instance has, too.
const ABOVE = {
  "keras.Model": ["keras.Layer"],
  "torch.nn.Module": ["torch.nn.Linear"], // as other layers it has `reset_parameters`
  "keras.Sequential": ["keras.Model", "keras.Layer"],
  "keras.layers.TextVectorization": ["keras.Layer"],
  "keras.layers.Normalization": ["keras.Layer"],
  "keras.layers.Discretization": ["keras.Layer"],
  "keras.layers.StringLookup": ["keras.Layer"],
  "keras.layers.IntegerLookup": ["keras.Layer"],
  "torch.nn.ModuleList": ["torch.nn.Module"],
  "torch.nn.ModuleDict": ["torch.nn.Module"],
  "torch.nn.Sequential": ["torch.nn.Module"],
  "tf.Variable": ["keras.Variable", "tf.Tensor"],
};
// The methods whose arguments are tensors.
const TAKES_TENSORS = new Set(["forward", "call"]);
// Methods of Python's own objects: of these nothing is guessed.
const PLAIN = new Set(
  (
    "append extend insert remove pop clear index count sort reverse copy items keys values get update setdefault add " +
    "discard union join split strip lstrip rstrip format replace startswith endswith lower upper encode decode read " +
    "write close open find title fit transform fit_transform predict score mean sum std var min max reshape astype " +
    "round shape size all any load save map filter batch step train eval info debug warning error group match search log"
  ).split(" "),
);
// Of these, calls that only a framework's object can mean: by their arguments.
const dim = ({ given }) => "dim" in given || "keepdim" in given;
const nothing = ({ given, positional }) => positional.length + Object.keys(given).length === 0;
const LIKELY = {
  size: ({ positional }) => positional.every((text) => /^-?\d+$/.test(text)),
  reshape: () => true,
  train: ({ positional, given }) => nothing({ positional, given }) || /^(True|False|mode)$/.test(positional[0]),
  batch: ({ positional, given }) => positional.length === 1 || "drop_remainder" in given,
  map: ({ given }) => "num_parallel_calls" in given,
  fit: ({ given }) => ["epochs", "validation_data", "callbacks", "steps_per_epoch"].some((name) => name in given),
  predict: ({ given }) => ["batch_size", "steps"].some((name) => name in given),
  ...Object.fromEntries(["eval", "step", "log"].map((name) => [name, nothing])),
  ...Object.fromEntries(["sum", "mean", "std", "var", "max", "min", "all", "any", "split"].map((name) => [name, dim])),
};

/**
 * The uses of names of the frameworks in a text, in its order, without those in imports: `{ name, text, from, line, call, given,
 * positional, annotation, sure }`. `call` says whether it is called, `given` names the arguments that the call gives by keyword,
 * with their texts, `positional` are the texts of the others, `annotation` is true in the type of a value, and `sure` is false
 * where only a method's name is known, or (`bare`) that of a class which nothing imports.
 */
export function uses(parser, text) {
  const tree = parser.parse(text);
  const found = [];
  const lineOf = lines(text);
  const methods = [];
  const bare = []; // calls of names that nothing binds
  const bound = new Set();
  const stars = []; // modules whose names are all imported
  let anySide = "";
  let inType = false;
  const source = (node) => text.slice(node.from, node.to);
  const scopes = [new Map(Object.entries(USUAL).map(([name, full]) => [name, { module: full }]))];
  const known = (name) => {
    for (let depth = scopes.length - 1; depth >= 0; depth--) {
      if (scopes[depth].has(name)) return scopes[depth].get(name);
    }
    return {};
  };
  const set = (name, value) => {
    bound.add(name);
    scopes.at(-1).set(name, value);
  };
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
      case "ForStatement":
        return loop(node, false);
      case "ArrayComprehensionExpression":
      case "ComprehensionExpression":
      case "SetComprehensionExpression":
      case "DictionaryComprehensionExpression":
        return loop(node, true);
      case "Decorator":
        return decorator(node);
      case "TypeDef":
        return typeOf(node);
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
      case "ConditionalExpression":
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
    if (from && names.trim() === "*") {
      if (sideOf(written(origin))) stars.push(written(origin));
      return;
    }
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
    const tensor = sideOf(classes.at(-1)?.type ?? "") === "pytorch" ? "torch.Tensor" : "tf.Tensor";
    const usual = method && sideOf(classes.at(-1).type ?? "") ? { instance: tensor, weak: true } : {};
    for (const part of list ? children(list) : []) {
      if (part.name !== "VariableName") visitUnlessType(part);
      else if (part.prevSibling?.name === "AssignOp")
        visit(part); // a default
      else if (source(part) !== "self") {
        const type = part.nextSibling?.name === "TypeDef" ? visit(part.nextSibling) : {};
        set(source(part), type.instance ? type : usual);
      }
    }
    for (const part of children(node)) if (part.name !== "ParamList") visit(part);
    scopes.pop();
    return {};
  }

  /** A type has been read with the parameter that it belongs to. */
  function visitUnlessType(part) {
    if (part.name !== "TypeDef" || part.prevSibling?.name !== "VariableName") visit(part);
  }

  /** An annotation: `Tensor`, `Optional[Tensor]` or `Tensor | None` says what a value is. */
  function typeOf(node) {
    const before = inType;
    inType = true;
    const types = children(node)
      .filter((part) => part.name !== ":")
      .map((part) => {
        const of = /^(typing\.)?Optional\[/.test(source(part)) ? children(part).slice(2, -1) : [part];
        const [one] = of.map((inner) =>
          inner.name === "BinaryExpression"
            ? children(inner)
                .map(visit)
                .find(({ module }) => module)
            : visit(inner),
        );
        return one ?? {};
      });
    inType = before;
    const module = types[0]?.module ?? "";
    const instance = ANNOTATED[module] ?? EXTENDED[module] ?? (/\.[A-Z]\w*$/.test(module) ? gives(module) : "");
    if (instance) return { instance, weak: !/Tensor$/.test(instance) };
    return types[0]?.type ? { instance: types[0].type, own: types[0].own, weak: true } : {};
  }

  /** `for x in y`, as a statement or in a comprehension: what `x` is, follows from `y`. */
  function loop(node, comprehension) {
    const parts = children(node);
    if (comprehension) scopes.push(new Map());
    const targets = [];
    const heads = [];
    parts.forEach((part, index) => {
      if (part.name !== "for") return;
      const at = parts.findIndex((other, place) => place > index && other.name === "in");
      if (at < 0 || !parts[at + 1]) return;
      const names = parts.slice(index + 1, at);
      heads.push(...names, parts[at + 1]);
      targets.push(...names);
      const values = elements(parts[at + 1]);
      const flat = names.flatMap(named);
      const one = values.length === 1 ? values[0] : {};
      flat.forEach((name, place) => {
        set(source(name), values.length === flat.length ? values[place] : one.each ? { ...one, each: false } : {});
      });
    });
    for (const part of parts) if (!heads.includes(part)) visit(part);
    if (comprehension) scopes.pop();
    return {};
  }

  /** The names that a target binds. */
  const named = (node) =>
    node.name === "VariableName" ? [node] : node.name === "MemberExpression" ? [] : children(node).flatMap(named);

  /** What the parts of something are that is looped over, one for each name. */
  function elements(node) {
    if (node.name === "CallExpression" && node.firstChild.name === "VariableName") {
      const inner = children(node.getChild("ArgList") ?? node).filter(({ name }) => !/^[(),]$/.test(name));
      const name = source(node.firstChild);
      if (name === "enumerate" && inner.length > 0) {
        inner.slice(1).forEach(visit);
        return [{}, ...elements(inner[0])];
      }
      if (name === "zip") return inner.flatMap(elements);
    }
    const { instance, own } = visit(node);
    if (instance === "torch.nn.ModuleDict") return [{}];
    if (CONTAINERS.has(instance)) return [{ instance: "torch.nn.Module", weak: true }];
    if (/Tensor$/.test(instance ?? "")) return [{ instance, weak: true }];
    if (instance === "torch.utils.data.DataLoader") return [{ instance: "torch.Tensor", weak: true, each: true }];
    if (instance === "tf.data.Dataset" && !own) return [{ instance: "tf.Tensor", weak: true, each: true }];
    return [{}];
  }

  /** `@tf.function` and `@torch.jit.export(…)`, whose names are no expression to the parser. */
  function decorator(node) {
    const parts = children(node).filter(({ name }) => name === "VariableName" || name === "PropertyName");
    const list = node.getChild("ArgList");
    if (parts.length === 0) return {};
    const { module } = known(source(parts[0]));
    const rest = parts.slice(1).map(source);
    const place = { from: parts[0].from, to: parts.at(-1).to };
    if (module) note(written([module, ...rest].join(".")), place, list ? argumentsGiven(list) : null);
    if (list) argumentsOf(list);
    return {};
  }

  function assign(node) {
    const parts = children(node);
    const at = parts.map((part) => part.name).lastIndexOf("AssignOp");
    const values = parts
      .slice(at + 1)
      .filter((part) => part.name !== ",")
      .map(visit);
    const typed = parts.slice(0, at).find((part) => part.name === "TypeDef");
    const type = typed ? visit(typed) : {};
    const value =
      values.length === 1 ? (values[0].instance || values[0].module ? values[0] : { ...type, ...values[0] }) : {};
    // `a = b = c` has several groups of targets, `a, b = c` several names in one.
    let group = [];
    for (const part of parts.slice(0, at + 1)) {
      if (part.name === "AssignOp") {
        bind(group, group.length === 1 ? [value] : values);
        group = [];
      } else if (part.name !== "," && part.name !== "TypeDef") group.push(part);
    }
    return {};
  }

  /** Bind names to values: one each, or all to the parts of one. */
  function bind(targets, values) {
    const tensor = values.length === 1 && /Tensor$/.test(values[0].instance ?? "");
    targets.forEach((target, index) => {
      const own = targets.length === values.length ? values[index] : tensor ? { ...values[0], weak: true } : {};
      if (target.name === "VariableName") set(source(target), own);
      else if (target.name === "MemberExpression" && source(target).startsWith("self.") && classes.length > 0) {
        classes.at(-1).attributes.set(source(target).slice(5), own);
      } else if (/^(Tuple|Array|Parenthesized)/.test(target.name)) {
        bind(
          children(target).filter(({ name }) => !/^[()[\],]$/.test(name)),
          values,
        );
      } else visit(target);
    });
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
    const given = argumentsGiven(list);
    if (callee.name === "VariableName" && source(callee) === "super" && classes.length > 0) {
      return { instance: classes.at(-1).type, weak: true };
    }
    let value;
    if (callee.name === "MemberExpression") value = member(callee, given);
    else if (callee.name === "VariableName") {
      value = visit(callee);
      if (value.module) note(value.module, callee, given);
      else if (Object.keys(value).length === 0) bare.push(use(source(callee), callee, given));
    } else value = visit(callee);
    if (list) argumentsOf(list);
    if (value.module) return { instance: gives(value.module), weak: value.module.startsWith("torchvision.models.") };
    if (value.type) return { instance: value.type, own: value.own };
    // `Net().to(device)` is still the reader's Net.
    if (value.method) {
      const instance = gives(value.method);
      return { instance, own: value.method.startsWith(`${instance}.`) ? value.own : undefined };
    }
    if (value.instance) return { instance: gives(`${value.instance}.__call__`) };
    return {};
  }

  /** The arguments of a call: those with a name by it, and the texts of the others, as far as they have a place. */
  function argumentsGiven(list) {
    const given = {};
    const positional = [];
    let spread = false;
    for (let part = list?.firstChild; part; part = part.nextSibling) {
      if (part.name === "*" || part.name === "**") spread = true;
      if (part.name === "VariableName" && part.nextSibling?.name === "AssignOp") {
        const value = part.nextSibling.nextSibling;
        given[source(part)] = value ? source(value) : "";
        part = value ?? part.nextSibling;
      } else if (!spread && !/^([(),]|\*+|⚠|Comment|for)$/.test(part.name)) positional.push(source(part));
    }
    return { given, positional };
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
      if (CONTAINERS.has(value.instance)) return { instance: "torch.nn.Module", weak: true };
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
    // A part of a dictionary of modules: `self.parts.head(x)`.
    if (
      value.instance === "torch.nn.ModuleDict" &&
      !DICTIONARY.has(name) &&
      !/^(to|eval|train|cuda|cpu)$|param/.test(name)
    ) {
      return { instance: "torch.nn.Module", weak: true };
    }
    if (value.instance) {
      const full = `${value.instance}.${name}`;
      if (given !== undefined || !/^(data|grad|T|shape|weight|bias)$/.test(name)) {
        noteMethod(value.instance, name, last, given ?? null, value.weak ? "weak" : "sure");
      }
      if (given) return { method: full, own: value.own };
      if (/Tensor$/.test(value.instance) && TENSORS.has(name)) return { instance: value.instance, weak: value.weak };
      return value.instance === "torch.nn.Module" && WEIGHTS.has(name) ? { instance: "torch.Tensor", weak: true } : {};
    }
    if (given && !value.type) noteMethod("", name, last, given, "");
    return {};
  }

  /** A use at a node; `call` holds its arguments, null where it is no call. */
  function use(name, node, call) {
    const place = { name, text: source(node), from: node.from, line: lineOf(node.from), call: Boolean(call) };
    return { ...place, given: call?.given ?? {}, positional: call?.positional ?? [], annotation: inType };
  }

  function note(name, node, call) {
    const side = sideOf(name);
    if (!side || !name.includes(".") || /\.__\w+__(\.|$)/.test(name)) return;
    anySide ||= side;
    found.push({ ...use(name, node, call), sure: true });
  }

  function noteMethod(owner, name, node, call, sure) {
    if (name.startsWith("__")) return;
    const place = { ...use(name, node, call), text: `.${name}` };
    if (sure) found.push({ ...place, name: `${owner}.${name}`, owner, sure: true, weak: sure === "weak" });
    else methods.push({ ...place, sure: false });
  }

  visit(tree.topNode);
  const guesses = methods.filter((one) => !PLAIN.has(one.name) || LIKELY[one.name]?.(one));
  // A class of a framework that is called without an import: `Dense(64)`.
  const classesCalled = bare
    .filter(({ name }) => (stars.length || /^[A-Z]/.test(name)) && !bound.has(name))
    .map((one) => ({ ...one, sure: false, bare: true, stars }));
  const all = [...found, ...guesses, ...classesCalled].sort((one, other) => one.from - other.from);
  let broken = 0; // the first line that is no Python
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError && !broken) broken = lineOf(from);
    },
  });
  return { found: all, side: mainSide(found) || anySide, broken };
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

// Methods that only instances have, so that no list of names shows them.
const UNSEEN = { "tf.Tensor.numpy": "keras.ops.convert_to_numpy" };

/** The entries of the map by each name, aliases included, and by each method's bare name. */
export function lookup(map) {
  const byName = new Map();
  const byLast = new Map();
  const put = (to, name, value) => to.set(name, [...(to.get(name) ?? []), value]);
  for (const entry of map.entries) {
    for (const name of new Set([...entry.tensorflow, ...entry.pytorch])) put(byName, name, entry);
  }
  const methods = new Map();
  for (const [name, entries] of byName) {
    const [owner, last] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)];
    if (/(^|\.)[A-Z]\w*$/.test(owner)) put(methods, last, { name, entries });
    put(byLast, last, { name, entries });
  }
  const modules = new Set();
  for (const name of byName.keys()) {
    for (let at = name.lastIndexOf("."); at > 0; at = name.lastIndexOf(".", at - 1)) modules.add(name.slice(0, at));
  }
  const of = (name) => byName.get(name) ?? byName.get(map.aliases[name] ?? UNSEEN[name] ?? "") ?? [];
  return {
    /** The entries of a full name; none for one that the map does not have. */
    of,
    /** The name of the map that a name stands for, if it is another. */
    alias: (name) => (byName.has(name) ? undefined : map.aliases[name]),
    /** Names of methods that are called so, with their entries. */
    methods: (name) => methods.get(name) ?? [],
    /** Names whose last part is this one, with their entries. */
    ending: (last) => byLast.get(last) ?? [],
    /** Whether a name is a module of the map's names. */
    isModule: (name) => modules.has(name) && byName.get(name) === undefined,
    /** The last parts of all names. */
    lasts: () => [...byLast.keys()],
    slips: new Map(), // what `near` has found, by name
  };
}

/**
 * A name as the map has it: as it is written, as TensorFlow 1 had it, or without the underscore of what works in place. `read` is
 * the name that was looked up in place of it.
 */
function read(name, known) {
  if (known.of(name).length > 0) return { name, entries: known.of(name), read: "" };
  const first = name.replace(/^tf\.compat\.v1\./, "tf.").replace(/^tf\.keras\./, "keras.");
  const others = [
    [first, "v1"],
    [name.replace(/^tf\./, "tf.compat.v1."), "v1"],
    [name.replace(/^keras\.layers\.experimental\.preprocessing\./, "keras.layers."), "moved"],
    [name.replace(/^keras\.experimental\./, "keras.optimizers.schedules."), "moved"],
    [name.replace(/^keras\.backend\./, "keras.ops."), "moved"],
    [name.replace(/^tf\.(compat\.v1\.)?layers\./, "keras.layers."), "v1"],
    [name.replace(/^keras\.optimizers\.legacy\./, "keras.optimizers."), "moved"],
    [name.replace(/^torch\.cuda\.amp\./, "torch.amp."), "moved"],
    [name.replace(/^torch\.(nn|optim|utils\.data)\.(?:modules\.)?[a-z]\w*\.([A-Z]\w*)$/, "torch.$1.$2"), "public"],
    [name.replace(/^torch\.nn\.modules\./, "torch.nn."), "public"],
    [name.replace(/^keras\.ops\.(nn|numpy|math|core|linalg)\./, "keras.ops."), "public"],
    [name.replace(/^(torch\.(Tensor\.|nn\.functional\.)?\w+[^_])_$/, "$1"), "in-place"],
  ];
  for (const [other, how] of others) {
    if (other === name || known.of(other).length === 0) continue;
    // The same object under its name of today takes the same arguments.
    const now = known.alias(other);
    return { name: now ?? other, entries: known.of(other), read: now && how === "v1" ? "moved" : how };
  }
  return { name, entries: [], read: "" };
}

/** How many letters two words differ by; `most` ends the count. */
function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  let last = before;
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      now[column] = Math.min(before[column] + 1, now[column - 1] + 1, before[column - 1] + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        now[column] = Math.min(now[column], last[column - 2] + 1); // two letters in each other's place
      }
    }
    [last, before] = [before, now];
  }
  return before.at(-1);
}

const MOST_NEAR = 3;

/** The names of the map that a name may be a slip of, nearest first: of its own module, then of its framework, then of all. */
export function near(name, known) {
  if (!known.slips.has(name)) known.slips.set(name, slipsOf(name, known));
  return known.slips.get(name);
}

function slipsOf(name, known) {
  const last = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const owner = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  const most = Math.min(2, Math.floor(last.length / 4));
  const found = [];
  for (const other of known.lasts()) {
    const distance = apart(last, other.toLowerCase(), most);
    if (distance > most) continue;
    for (const { name: full, entries } of known.ending(other)) {
      const place = full.startsWith(`${owner}.`) ? 0 : sideOf(full) === sideOf(name) ? 1 : 2;
      if (full !== name) found.push({ name: full, entries, rank: distance * 3 + place });
    }
  }
  found.sort((one, other) => one.rank - other.rank || one.name.length - other.name.length);
  const best = found.filter(({ rank }) => rank === found[0].rank);
  return best.slice(0, MOST_NEAR).map(({ name: full, entries }) => ({ name: full, entries }));
}

// From which class on a reader should look first.
const LOOK = new Set(["other-defaults", "other-forms", "other-result", "lines", "none"]);

/**
 * What the map says of each use in a text: `{ name, use, state, entries, side, lines }`. `state` is `look`, `known`, `maybe` for a
 * method of something unknown, or `unknown`, which has `near`, the names that it may be a slip of. The first of `entries` is the one
 * that fits the call best. Uses that say the same are one, with all their lines. `broken` is the first line that is no Python, or 0.
 */
export function translate(parser, text, map) {
  const known = lookup(map);
  const { found, side: named, broken } = uses(parser, text);
  const side = named || likely(found, known);
  const results = new Map();
  for (const use of found.length ? found : alone(text)) {
    for (const answer of answers(use, known, side)) {
      const whole = { ...use, given: withPlaces(use, answer) };
      const key = [answer.name, answer.state, Object.keys(whole.given).sort().join(), told(whole, answer)].join("|");
      const before = results.get(key);
      if (before) before.lines.push(use.line);
      else results.set(key, { ...answer, use: whole, lines: [use.line] });
    }
  }
  for (const result of results.values()) result.lines = [...new Set(result.lines)];
  const all = [...results.values()];
  return {
    results: [...all.filter(({ state }) => state === "look"), ...all.filter(({ state }) => state !== "look")],
    side,
    broken,
  };
}

/** The framework that most methods and classes of a text can be of, where it names none. */
function likely(found, known) {
  const count = { tensorflow: 0, pytorch: 0 };
  for (const { name, bare } of found) {
    const fitting = bare ? known.ending(name) : PLAIN.has(name) ? [] : known.methods(name);
    for (const side of new Set(fitting.map((one) => sideOf(one.name)))) count[side]++;
  }
  if (count.tensorflow === count.pytorch) return "";
  return count.tensorflow > count.pytorch ? "tensorflow" : "pytorch";
}

/** A text that is a name alone, which no import explains: `reduce_sum`, `Conv2D`, `layers.Dense()`. */
function alone(text) {
  const name = text.trim().match(/^([A-Za-z_][\w.]*)\s*(\(\s*\))?;?$/)?.[1];
  if (!name || name.endsWith(".")) return [];
  const place = { text: name, from: 0, line: 1, call: false, given: {}, positional: [], annotation: false };
  return [{ ...place, name, sure: false, bare: true }];
}

/** The arguments of a call by their names: those that are given by their place, too, as far as the map has the names. */
function withPlaces(use, { name, entries }) {
  const parameters = entries.find(({ parameters: all }) => all?.[name])?.parameters[name] ?? [];
  const placed = use.positional.slice(0, parameters.length).map((text, index) => [parameters[index], text]);
  return { ...Object.fromEntries(placed), ...use.given };
}

/** What is told of a call because of its arguments, as one text: calls of which the same is told are one result. */
function told(use, { entries, side }) {
  return entries
    .flatMap((entry) => [
      ...Object.keys(entry.notes).filter((name) => name in use.given),
      ...casesOf(entry, use, side).map(({ note }) => note),
    ])
    .join();
}

/** The cases of an entry that a call of a side is one of: their arguments are given, and no value is known to be another. */
export function casesOf(entry, use, side) {
  return (entry.cases ?? []).filter((one) => {
    const fits = Object.entries(one.given).map(([argument, wanted]) => fitting(wanted, use.given[argument]));
    if (fits.length === 0) return true; // what always holds, whichever side's call it is
    return one.side === side && fits.every((fit) => fit !== false) && fits.includes(true);
  });
}

/**
 * Whether the text of an argument is what is wanted: `any`, `absent`, `number`, `> 1`, or one of several values, `int32 | int64`;
 * undefined where a variable hides it.
 */
export function fitting(wanted, text) {
  if (text === undefined) return wanted === "absent";
  if (wanted === "any") return true;
  if (wanted === "number") return /^-?[\d.]+$/.test(text);
  const literal = /^[[(]?\s*(['"].*['"]|-?[\d.]+|True|False|None)/.test(text) || /^(tf|torch)\.|\.[A-Z_]+$/.test(text);
  if (!literal) return undefined;
  const above = wanted.match(/^> (.+)$/);
  if (above) return (text.match(/-?\d+(\.\d+)?/g) ?? []).some((number) => Number(number) > Number(above[1]));
  const plain = text.replace(/['"]/g, "").toLowerCase();
  const last = plain.slice(plain.lastIndexOf(".") + 1);
  return wanted.split(" | ").some((value) => [plain, last].includes(value.toLowerCase()));
}

function answers(use, known, side) {
  if (use.bare) return bareAnswers(use, known, side);
  const answer = answered(use, known, side);
  return answer ? [answer] : [];
}

const MOST_BARE = 6;

/** What a name without its module may be: each name of the map that ends so, or those that it is a slip of. */
function bareAnswers(use, known, side) {
  const last = use.name.slice(use.name.lastIndexOf(".") + 1);
  const [star] = (use.stars ?? []).map((module) => `${module}.${use.name}`).filter((name) => known.of(name).length > 0);
  if (star) return [state({ name: star, entries: known.of(star), read: "" }, use, sideOf(star))];
  if (!/^[A-Z]/.test(use.name) && use.call) return [];
  const fits = ({ name }) => name.endsWith(`.${use.name}`) && (!side || sideOf(name) === side);
  // Of a class that a text calls, only classes; its own functions may have any name.
  const found = known.ending(last).filter((one) => fits(one) && (!use.call || !/\.[A-Z]\w*\.\w+$/.test(one.name)));
  const distinct = found.filter(
    ({ entries }, index) => !found.slice(0, index).some((earlier) => earlier.entries[0] === entries[0]),
  );
  if (found.length > 0) {
    return distinct.slice(0, use.call ? 1 : MOST_BARE).map(({ name, entries }) => ({
      name,
      state: "maybe",
      entries: ranked(entries, { ...use, name }),
      side: sideOf(name),
    }));
  }
  if (use.call) return [];
  const slips = near(use.name, known);
  return slips.length ? [{ name: use.name, state: "unknown", entries: [], near: slips, side: "" }] : [];
}

function answered(use, known, side) {
  if (!use.sure) {
    const named = (name) => known.methods(name).filter((one) => sideOf(one.name) === side);
    const inPlace = named(use.name).length === 0 && /[^_]_$/.test(use.name);
    const fitting = named(inPlace ? use.name.slice(0, -1) : use.name);
    if (fitting.length === 0) return null;
    const entries = [...new Set(fitting.flatMap((one) => one.entries))];
    const [{ name }] = fitting;
    const read = inPlace ? "in-place" : "";
    return { name, state: "maybe", entries: ranked(entries, { ...use, name }), side, read };
  }
  const own = sideOf(use.name);
  const owners = use.owner ? [use.owner, ...(ABOVE[use.owner] ?? [])] : [""];
  for (const owner of owners) {
    const answer = read(owner ? `${owner}.${use.text.slice(1)}` : use.name, known);
    if (answer.entries.length > 0) return state(answer, use, own);
  }
  // What a class of the reader's has, or what only seems to be a tensor, may have methods of its own.
  if (use.owner && (!use.call || use.weak)) return null;
  // A class of a class: `torch.nn.Linear.__init__`, `tf.float32.max`.
  const parent = use.name.slice(0, use.name.lastIndexOf("."));
  if (!use.owner && parent.includes(".") && !use.call) {
    const answer = read(parent, known);
    if (answer.entries.length > 0) return state(answer, use, own);
  }
  if (use.annotation || (!use.call && known.isModule(use.name))) return null;
  return { name: use.name, state: "unknown", entries: [], near: near(use.name, known), side: own };
}

/** What is said of a name: to look first, if the entry that fits best says so; a type in an annotation is no call. */
function state(answer, use, side) {
  const entries = ranked(answer.entries, { ...use, name: answer.name });
  const given = withPlaces(use, { name: answer.name, entries });
  // A case of certain arguments is worth a look even of a call that is else the same.
  const special = casesOf(entries[0], { ...use, given }, side).some((one) => Object.keys(one.given).length > 0);
  const look = !use.annotation && (LOOK.has(entries[0].match) || special);
  return { name: answer.name, state: look ? "look" : "known", entries, side, read: answer.read };
}

/** Whether a call gives what says that it means an entry: `given` is by argument, `*` for what stands in no argument's name. */
function meant(given, use) {
  return Object.entries(given).some(([argument, wanted]) => {
    if (argument !== "*") return fitting(wanted, use.given[argument]) === true;
    return wanted.split(" | ").some((word) => use.positional.some((text) => text.toLowerCase().includes(word)));
  });
}

/** Entries of a name, the one that a call means first: by its arguments, by what kind of name the counterpart is, by their order. */
function ranked(entries, use) {
  const side = sideOf(use.name);
  const other = side === "tensorflow" ? "pytorch" : "tensorflow";
  const isClass = (name) => /\.[A-Z]\w*$/.test(name ?? "");
  const score = (entry) => {
    const when = entry.when?.[side];
    const own = when ? { ...use, given: withPlaces(use, { name: use.name, entries: [entry] }) } : use;
    const counterpart = entry[other]?.[0] ?? "";
    return (
      (when ? (meant(when, own) ? 10 : -10) : 0) -
      (isClass(counterpart) === isClass(use.name) ? 0 : 2) -
      (counterpart.startsWith("keras.ops.") || entry.match === "none" ? 2 : 0) +
      (entry[side]?.[0] === use.name ? 1 : 0)
    );
  };
  return entries
    .map((entry, index) => ({ entry, index, score: score(entry) }))
    .sort((one, two) => two.score - one.score || one.index - two.index)
    .map(({ entry }) => entry);
}
