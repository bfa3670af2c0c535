// What the API map says of each call that a text of Python has. No page is needed here.
import { distance } from "./near.js";
import { ABOVE, OTHER, PLAIN, sideOf } from "./translate-names.js";
import { uses } from "./translate-uses.js";

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
    if (Math.abs(last.length - other.length) > most) continue;
    const far = distance(last, other.toLowerCase());
    if (far > most) continue;
    for (const { name: full, entries } of known.ending(other)) {
      const place = full.startsWith(`${owner}.`) ? 0 : sideOf(full) === sideOf(name) ? 1 : 2;
      if (full !== name) found.push({ name: full, entries, rank: far * 3 + place });
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
  const other = OTHER[side];
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
