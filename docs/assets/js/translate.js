// The page Translate: reads Python in the page, and lists each call of a framework with its counterpart.

import { copy } from "./address.js";
import { sideOf, translate } from "./translate-core.js";

const MOST = 200_000; // characters of a text
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
    if (text.length > MOST)
      return say(`That is ${text.length} characters, and ${MOST} can be read: paste a part of it.`, []);
    if (!needed) status.textContent = "Reading…";
    try {
      const [{ parser }, map] = await bring();
      if (text !== field.value) return; // something newer is on its way
      const { results, side } = translate(parser, text, map);
      const names = results.some(({ state }) => state === "unknown") ? await known() : null;
      if (text === field.value) present(results, side, map, names);
    } catch (error) {
      say(`The map could not be loaded (${error.message}); the families in the menu are there without it.`, []);
    }
  }

  function present(results, side, map, names) {
    const count = (state) => results.filter((result) => result.state === state).length;
    const parts = [
      [count("look"), "to look at first"],
      [count("known"), "with a plain counterpart"],
      [count("maybe"), "if they are what they seem"],
      [count("unknown"), "not in the map"],
    ];
    const told = parts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`);
    const from = side ? `${TITLES[side]}: ` : "";
    const none = "No call of TensorFlow, Keras or PyTorch was found. Imports help: paste them, too.";
    say(
      told.length ? `${from}${told.join(", ")}.` : none,
      results.map((result) => item(result, map, names)),
    );
  }

  function say(text, items) {
    status.textContent = text;
    list.replaceChildren(...items);
  }

  /** A result as an item of the list. */
  function item(result, map, names) {
    const { name, use, entries, state, lines, side } = result;
    const node = template.cloneNode(true).firstElementChild;
    node.dataset.state = state;
    const part = (selector) => node.querySelector(selector);
    part(".translate__name").textContent = use.sure ? name : `${use.text}(…)`;
    const shown = lines.slice(0, 8).join(", ") + (lines.length > 8 ? " …" : "");
    part(".translate__lines").textContent = field.value.trim().includes("\n")
      ? `line${lines.length > 1 ? "s" : ""} ${shown}`
      : "";
    const box = part(".translate__entries");
    if (entries.length === 0) box.append(unknown(name, side, names));
    for (const entry of entries) box.append(counterpart(entry, use, side, state, map));
    return node;
  }

  function counterpart(entry, use, side, state, map) {
    const other = side === "tensorflow" ? "pytorch" : "tensorflow";
    const box = element("div", "translate__entry");
    const line = element("p", "translate__to");
    const names = entry[other];
    const link = element("a", "", names[0] ?? (entry.match === "none" ? "nothing alike" : "a few lines"));
    link.href = new URL(`../${entry.family}/#${entry.id}`, location.href);
    const { title } = map.classes.find(({ id }) => id === entry.match);
    const badge = element("span", `match match--${entry.match}`, title);
    line.append("→ ", link, " ", badge);
    box.append(line);
    if (state === "maybe") box.append(element("p", "translate__doubt", `If it is one of ${owner(entry, use, side)}.`));
    const said = Object.entries(entry.notes).filter(([argument]) => argument in use.given);
    for (const [argument, text] of said)
      box.append(rich(`\`${argument}=${use.given[argument].slice(0, 40)}\`: ${text}`));
    const renamed = Object.entries(entry.arguments)
      .map((pair) => (side === "tensorflow" ? pair : pair.reverse()))
      .filter(([argument]) => argument in use.given);
    if (renamed.length)
      box.append(rich(`${renamed.map(([ours, theirs]) => `\`${ours}\` is \`${theirs}\``).join(", ")}.`));
    for (const text of [entry.instead, ...entry.differs].filter(Boolean)) box.append(rich(text));
    if (entry.code[other]) {
      const code = element("pre", `entry__side entry__side--${other}`);
      code.append(element("code", "", entry.code[other]));
      box.append(code);
    }
    return box;
  }

  function unknown(name, side, names) {
    const box = element("p", "translate__unknown");
    const last = name.lastIndexOf(".");
    const exists = names?.modules[name.slice(0, last)]?.includes(name.slice(last + 1));
    box.append(
      exists
        ? "It is not in the map yet. "
        : `Not in the map, nor among the listed names of ${TITLES[side]}'s release here. `,
    );
    const add = root.dataset.add;
    if (add) {
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

const json = (answer) => {
  if (!answer.ok) throw new Error(answer.statusText || `status ${answer.status}`);
  return answer.json();
};

/** What an entry's method is one of, in words: `torch.Tensor`. */
function owner(entry, use, side) {
  const name = entry[side].find((full) => full.endsWith(`.${use.name}`) && sideOf(full) === side) ?? "";
  return name.slice(0, name.lastIndexOf("."));
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
