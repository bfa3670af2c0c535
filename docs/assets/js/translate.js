// The page Translate: reads Python in the page, and lists each call of a framework with its counterpart.

import { copy } from "./address.js";
import { casesOf, translate } from "./translate-core.js";
import { OTHER, sideOf } from "./translate-names.js";
import { prepared } from "./translate-text.js";

const MOST = 200_000; // characters of Python
const MOST_PASTED = 20_000_000; // characters of a notebook, whose results may be pictures
const LINKED = 1_500; // characters of a text that a link can hold
const TITLES = { tensorflow: "TensorFlow", pytorch: "PyTorch" };
// What a reader can try.
const EXAMPLES = {
  keras: 'keras.layers.Conv2D(64, 3, strides=2, padding="same")',
  pytorch: `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.norm = nn.BatchNorm2d(8)

    def forward(self, x):
        return self.norm(self.conv(x)).relu().mean(dim=(2, 3))
`,
};
const WAIT = 250; // milliseconds after the last key

/** Bring the field in `root` to life. */
export function start(root) {
  const field = root.querySelector("textarea");
  const status = root.querySelector(".translate__count");
  const list = root.querySelector(".translate__results");
  const button = root.querySelector("[name=copy]");
  const template = root.querySelector("template").content;
  let needed = null;
  let timer = 0;

  /** The parser and the map, fetched when they are first used; tried again at the next text where that fails. */
  function bring() {
    needed ??= Promise.all([
      import("./vendor/lezer-python.js"),
      fetch(new URL("../../api/v1/map.json", import.meta.url)).then(json),
    ]).catch((error) => {
      needed = null;
      throw error;
    });
    return needed;
  }

  async function show() {
    const text = field.value;
    remember(text);
    button.hidden = !text.trim() || text.length > LINKED;
    if (!text.trim()) return say("", []);
    if (text.length > MOST_PASTED) return tooLong(text.length);
    const { python, place, notebook } = prepared(text);
    if (python.length > MOST) return tooLong(python.length);
    if (!needed) status.textContent = "Reading…";
    try {
      const [{ parser }, map] = await bring();
      if (text !== field.value) return; // something newer is on its way
      const read = translate(parser, python, map);
      const names = read.results.some(({ state }) => state === "unknown") ? await known() : null;
      // A line alone needs no number.
      const placed = python.trim().includes("\n") ? place : null;
      if (text === field.value) present({ ...read, notebook, place: placed }, map, names);
    } catch (error) {
      say(`The map could not be loaded (${error.message}); the families in the menu are there without it.`, []);
    }
  }

  function tooLong(length) {
    const [own, most] = [length, MOST].map((number) => number.toLocaleString("en-GB"));
    say(`That is ${own} characters, and ${most} can be read: paste a part of it.`, []);
  }

  function present({ results, side, broken, notebook, place }, map, names) {
    const count = (state) => results.filter((result) => result.state === state).length;
    const parts = [
      [count("look"), "to look at first"],
      [count("known"), "with a plain counterpart"],
      [count("maybe"), "if they are what they seem"],
      [count("unknown"), "not in the map"],
    ];
    const told = parts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`);
    const from = side ? `${TITLES[side]}: ` : "";
    const none = `No call of TensorFlow, Keras or PyTorch was found${notebook ? " in the code of this notebook" : ""}. `;
    const skipped = broken && place ? ` What could not be read was skipped, first at ${places([broken], place)}.` : "";
    say(
      told.length
        ? `${from}${told.join(", ")}.${skipped}`
        : `${none}Imports help: paste them, too. For a question in words, use the search.`,
      results.map((result) => item(result, map, names, place)),
    );
  }

  function say(text, items) {
    status.textContent = text;
    list.replaceChildren(...items);
  }

  /** A result as an item of the list. */
  function item(result, map, names, place) {
    const { name, use, entries, state, lines, side } = result;
    const node = template.cloneNode(true).firstElementChild;
    node.dataset.state = state;
    const part = (selector) => node.querySelector(selector);
    const own = result.read ? use.name : name; // as the reader wrote it, where it was read as another
    part(".translate__name").textContent = use.sure || use.bare ? own : `${use.text}(…)`;
    if (place) part(".translate__lines").textContent = places(lines, place);
    const box = part(".translate__entries");
    if (entries.length === 0) box.append(unknown(result, names));
    if (READ[result.read]) box.append(rich(READ[result.read](name)));
    for (const entry of entries.slice(0, 1)) box.append(counterpart(entry, use, side, state, map));
    // The first is what the call most likely means; what else the name can be is there in a line.
    for (const entry of entries.slice(1)) {
      const line = to(entry, side, map, "or ");
      if (state === "maybe" && !use.bare) line.append(` if it is one of ${owner(entry, use, side)}`);
      box.append(line);
    }
    return node;
  }

  /** The line that names an entry's counterpart. */
  function to(entry, side, map, before = "") {
    const other = OTHER[side];
    const line = element("p", "translate__to");
    const link = linked(entry, entry[other][0] ?? (entry.match === "none" ? "nothing alike" : "a few lines"));
    const { title } = map.classes.find(({ id }) => id === entry.match);
    line.append(`${before}→ `, link, " ", element("span", `match match--${entry.match}`, title));
    return line;
  }

  function counterpart(entry, use, side, state, map) {
    const other = OTHER[side];
    const box = element("div", "translate__entry");
    box.append(to(entry, side, map));
    if (state === "maybe") box.append(element("p", "translate__doubt", doubt(entry, use, side)));
    for (const { condition, note, code, wrong } of casesOf(entry, use, side)) {
      box.append(rich(condition ? `${condition}: ${note}` : note));
      if (code[other]) box.append(block(code[other], other));
      if (wrong) box.append(element("p", "translate__wrong", "Not the same:"), block(wrong, other));
    }
    const said = Object.entries(entry.notes).filter(([argument]) => argument in use.given);
    for (const [argument, text] of said)
      box.append(rich(`\`${argument}=${use.given[argument].slice(0, 40)}\`: ${text}`));
    const renamed = Object.entries(entry.arguments)
      .map((pair) => (side === "tensorflow" ? pair : pair.reverse()))
      .filter(([argument]) => argument in use.given);
    if (renamed.length)
      box.append(rich(`${renamed.map(([ours, theirs]) => `\`${ours}\` is \`${theirs}\``).join(", ")}.`));
    for (const text of [entry.instead, ...entry.differs].filter(Boolean)) box.append(rich(text));
    if (entry.code[other]) box.append(block(entry.code[other], other));
    return box;
  }

  function unknown({ name, side, near }, names) {
    const box = element("p", "translate__unknown");
    const last = name.lastIndexOf(".");
    const exists = names?.modules[name.slice(0, last)]?.includes(name.slice(last + 1));
    if (exists) box.append("It is not in the map yet. ");
    else if (name.startsWith("tf.contrib."))
      box.append("TensorFlow 2 has no tf.contrib: look for it in Keras or TensorFlow Addons. ");
    else if (side) box.append(`Not in the map, nor among the listed names of ${TITLES[side]}'s release here. `);
    if (!exists && near?.length) {
      box.append("Did you mean ");
      near.forEach(({ name: other, entries: [entry] }, index) => {
        box.append(index ? " or " : "", linked(entry, other));
      });
      box.append("? ");
    }
    const add = root.dataset.add;
    if (add && side) {
      const link = element("a", "", "Ask for it");
      link.href = `${add}${encodeURIComponent(name)}`;
      box.append(link, ".");
    }
    return box;
  }

  let listed = null;
  /** The public names of the releases, to tell a name that is not in the map from one that is none. */
  function known() {
    listed ??= fetch(new URL("../../api/v1/names.json", import.meta.url))
      .then(json)
      .catch(() => null);
    return listed;
  }

  /** Keep a short text in the address, so that a link shows it to another reader. */
  function remember(text) {
    const url = new URL(location);
    if (text.trim() && text.length <= LINKED) url.searchParams.set("code", text);
    else url.searchParams.delete("code");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  // A file that is dropped on the field is read here, as a pasted text is.
  field.addEventListener("drop", async (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    field.value = await file.text();
    show();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  });
  field.addEventListener("focus", () => bring().catch(() => {}), { once: true });
  button.addEventListener("click", () => copy(location.href, "Link", status));
  for (const example of root.querySelectorAll("[name=example]")) {
    example.addEventListener("click", () => {
      field.value = EXAMPLES[example.value];
      show();
      field.focus();
    });
  }
  root.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  const asked = new URL(location).searchParams.get("code");
  if (asked) field.value = asked.slice(0, LINKED);
  root.querySelector("form").inert = false;
  if (field.value) show();
}

/** What is told where a name was read as another. */
const READ = {
  v1: (name) => `Read as \`${name}\`: TensorFlow 1's form may take other arguments.`,
  moved: (name) => `Read as \`${name}\`, its name today.`,
  public: (name) => `Read as \`${name}\`, its public name.`,
  "in-place": (name) => `Read as \`${name}\`: a tensor of TensorFlow never changes, so keep the result.`,
};

/** Lines in words, each as a text calls it. */
function places(lines, place) {
  const shown =
    lines
      .slice(0, 8)
      .map(place)
      .join(place(1).startsWith("cell") ? "; " : ", ") + (lines.length > 8 ? " …" : "");
  return place(1).startsWith("cell") ? shown : `line${lines.length > 1 ? "s" : ""} ${shown}`;
}

function doubt(entry, use, side) {
  return use.bare
    ? `If it is ${entry[side].find((full) => full.endsWith(`.${use.name}`)) ?? use.name}.`
    : `If it is one of ${owner(entry, use, side)}.`;
}

function block(text, side) {
  const code = element("pre", `entry__side entry__side--${side}`);
  code.append(element("code", "", text));
  return code;
}

const json = (answer) => {
  if (!answer.ok) throw new Error(answer.statusText || `status ${answer.status}`);
  return answer.json();
};

/** What an entry's method is one of, in words: `torch.Tensor`. */
function owner(entry, use, side) {
  const fits = (full) => full.endsWith(`.${use.name}`) || full.endsWith(`.${use.name.replace(/_$/, "")}`);
  const name = entry[side].find((full) => fits(full) && sideOf(full) === side) ?? "";
  return name.slice(0, name.lastIndexOf("."));
}

/** A link to an entry of the map. */
function linked(entry, text) {
  const link = element("a", "", text);
  link.href = new URL(`../${entry.family}/#${entry.id}`, location.href);
  return link;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** A sentence of the map: text, with code between backticks. */
function rich(text) {
  const line = element("p", "");
  text.split("`").forEach((part, index) => {
    line.append(index % 2 ? element("code", "", part) : part);
  });
  return line;
}
