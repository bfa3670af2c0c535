// Which names of the two frameworks a text of Python uses.
//
// Names are followed through imports (`import torch.nn.functional as F`), and what a variable holds through what is
// assigned to it, as far as a text says it. A method of something that nothing is known of is listed with that doubt.
import {
  ANNOTATED,
  CONTAINERS,
  DICTIONARY,
  EXTENDED,
  gives,
  LIKELY,
  PLAIN,
  sideOf,
  TAKES_TENSORS,
  TENSORS,
  USUAL,
  WEIGHTS,
  written,
} from "./translate-names.js";

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
