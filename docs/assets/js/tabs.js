// TensorFlow and PyTorch in Material's content tabs, which it links and remembers. Ours besides: the choice in the
// address (`?fw=pytorch`, or `both`), links into a hidden tab, search hits in one, and both side by side. Where there is
// room both are shown by style alone (docs/assets/css/tabs.css), unless a reader has chosen one of them.

import { asked, target } from "./site.js";

const KEY = "fw";
const BOTH = "both";
const ONE = "one";
// What people write for the names of the tabs.
const MEANT = { torch: "pytorch", pt: "pytorch", tf: "tensorflow", tf2: "tensorflow", keras: "tensorflow" };
const wide = matchMedia("(min-width: 80em)"); // as in docs/assets/css/tabs.css
const root = document.documentElement;

/** Whether the reader left the last page with both shown, or with one where there is room for both; or neither. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remember a tab as Material does, which may come too late for a reader who goes on at once. */
function rememberTab(input) {
  // biome-ignore lint/performance/useDomNodeTextContent: Material compares what it keeps with the text as shown.
  const name = labelOf(input).innerText.trim();
  __md_set("__tabs", [...new Set([name, ...(__md_get("__tabs") ?? [])])]);
}

/** Remember `both` or `one`; null where the width of the screen is to decide. */
function remember(sides) {
  try {
    if (sides) localStorage.setItem(KEY, sides);
    else localStorage.removeItem(KEY);
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
}

const inputsOf = (set) => [...set.querySelectorAll(":scope > input")];

const labelOf = (input) => input.parentElement.querySelector(`label[for="${input.id}"]`);

/** The name that an address uses for a tab: what follows the last hyphen of its id. */
const nameOf = (input) => input.id.slice(input.id.lastIndexOf("-") + 1);

/** The tabs of a name, in all sets of the page. */
const named = (name) => [...document.querySelectorAll(".tabbed-set > input")].filter((input) => nameOf(input) === name);

/** Bring the sets of tabs to life. */
export function start(...sets) {
  for (const set of sets) {
    const labels = set.querySelector(":scope > .tabbed-labels");
    // Other tabs than the two frameworks' are Material's alone.
    if (!inputsOf(set).some((input) => ["tensorflow", "pytorch"].includes(nameOf(input)))) continue;
    labels.append(bothButton(set));
    for (const input of inputsOf(set)) {
      // Material tells the remembered tab of its own choice when it comes, and presses the labels of linked sets:
      // that is no choice of the reader's, who may have asked for both meanwhile.
      input.addEventListener("change", ({ isTrusted }) => {
        if (isTrusted) choose(set, input);
      });
      // While both are shown, the tab that is checked can be chosen too, and then nothing changes.
      labelOf(input).addEventListener("click", ({ isTrusted }) => {
        if (isTrusted && bothShown() && input.checked) choose(set, input);
      });
    }
  }
  showAsked();
  wide.addEventListener("change", press);
  addEventListener("hashchange", openTarget);
}

function bothButton(set) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tabs-both";
  button.textContent = "Both";
  button.title = "Show both, side by side where there is room";
  button.addEventListener("click", () => {
    const both = !bothShown();
    // Where there is room, both need no choice.
    const sides = both ? !hasRoom() && BOTH : hasRoom() && ONE;
    show(sides);
    remember(sides);
    address(both ? BOTH : nameOf(inputsOf(set).find((input) => input.checked)));
  });
  return button;
}

/** A reader has chosen a tab: the other sets follow, also before Material is there to link them. */
function choose(set, input) {
  const before = set.getBoundingClientRect().top;
  const sides = hasRoom() && ONE;
  show(sides);
  for (const label of document.querySelectorAll(".asked")) label.classList.remove("asked");
  for (const other of named(nameOf(input))) {
    other.checked = true;
  }
  // What stands above may have become longer or shorter; the reader stays at the same place.
  scrollBy({ top: set.getBoundingClientRect().top - before, behavior: "instant" });
  remember(sides);
  rememberTab(input);
  address(nameOf(input));
}

/** Whether the page has room for both programs, and shows them where no choice says otherwise. */
const hasRoom = () => wide.matches && document.getElementById("code-tensorflow") !== null;

const bothShown = () => root.classList.contains("sides-both") || (hasRoom() && !root.classList.contains("sides-one"));

/** Show both tabs of every set, or one; without either, as the width of the screen has it. */
function show(sides) {
  root.classList.toggle("sides-both", sides === BOTH);
  root.classList.toggle("sides-one", sides === ONE);
  press();
}

/** Let the buttons say what is shown. */
function press() {
  for (const button of document.querySelectorAll(".tabs-both"))
    button.setAttribute("aria-pressed", String(bothShown()));
}

/** Put the choice into the address, and take out a target that is a tab: the choice says it. */
function address(value) {
  const url = new URL(location);
  for (const name of [...url.searchParams.keys()]) if (name.toLowerCase() === KEY) url.searchParams.delete(name);
  url.searchParams.set(KEY, value);
  if (target()?.matches(".tabbed-set > input")) url.hash = "";
  history.replaceState(history.state, "", url);
}

/** Show what the address asks for: its target first, then its query, then what is remembered. */
function showAsked() {
  const [, said] = [...asked].find(([name]) => name.toLowerCase() === KEY) ?? [];
  const written = said?.trim().toLowerCase();
  const tab = written && named(written).length === 0 ? (MEANT[written] ?? written) : written;
  const known = tab === BOTH || named(tab).length > 0;
  if (said && !known) import("./links.js").then(({ tellTab }) => tellTab(said)).catch(console.warn);
  let sides = remembered();
  if (tab === BOTH) sides = BOTH;
  else if (known && sides === BOTH) sides = null; // the link asks for one
  show(sides);
  for (const input of named(tab)) {
    input.checked = true;
    labelOf(input).classList.add("asked");
  }
  openFound(asked.get("h") ?? "");
  openTarget();
}

/** Open the tab that the address leads to or into, and show the place. */
function openTarget() {
  const found = target();
  if (!found) return;
  if (found.matches(".tabbed-set > input")) {
    found.checked = true;
    labelOf(found).classList.add("asked");
    found.parentElement.scrollIntoView();
  } else if (reveal(found)) found.scrollIntoView();
}

/** Open the tab that holds most of the words of a search, where the shown one holds fewer. */
function openFound(query) {
  const words = query
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const blocks = [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
    const counts = blocks.map((block) => words.filter((word) => block.textContent.toLowerCase().includes(word)).length);
    const inputs = inputsOf(set);
    const most = counts.indexOf(Math.max(...counts));
    if (counts[most] > counts[inputs.findIndex((input) => input.checked)]) inputs[most].checked = true;
  }
}

/** Open the tab that holds an element. Returns whether there was something to open. */
function reveal(element) {
  const block = element.closest(".tabbed-block");
  if (!block) return false;
  const input = inputsOf(block.closest(".tabbed-set"))[[...block.parentElement.children].indexOf(block)];
  if (input.checked) return false;
  input.checked = true;
  return true;
}
