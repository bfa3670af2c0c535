// TensorFlow and PyTorch in tabs: one choice for all sets of a page and for the pages to come, in the address
// (`?fw=pytorch`, or `both`), links into a hidden tab, and both side by side.

import { target } from "./site.js";

const KEY = "fw";
const BOTH = "both";

/** What storage holds under our key; null where storage is refused. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
}

/** The name that an address uses for a tab: what follows the last hyphen of its id. */
const nameOf = (input) => input.id.slice(input.id.lastIndexOf("-") + 1);

/** Bring the sets of tabs to life. */
export function start(...sets) {
  for (const set of sets) {
    const inputs = [...set.querySelectorAll(":scope > input")];
    const labels = set.querySelector(":scope > .tabbed-labels");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tabs-both";
    button.textContent = "Both";
    button.title = "Show both, side by side where there is room";
    labels.append(button);
    button.addEventListener("click", () => {
      const both = !set.classList.contains("tabbed-set--both");
      const name = both ? BOTH : nameOf(inputs.find((input) => input.checked));
      showBoth(both);
      remember(name);
      address(name);
    });
    const chosen = (input) => {
      const before = set.getBoundingClientRect().top;
      showBoth(false);
      for (const other of named(nameOf(input))) check(other);
      // What stands above may have become longer or shorter; the reader stays at the same place.
      scrollBy({ top: set.getBoundingClientRect().top - before, behavior: "instant" });
      remember(nameOf(input));
      address(nameOf(input));
    };
    for (const input of inputs) {
      input.addEventListener("change", () => chosen(input));
      // While both are shown, the tab that is checked can be chosen too, and then nothing changes.
      labels.querySelector(`[for="${input.id}"]`).addEventListener("click", () => {
        if (set.classList.contains("tabbed-set--both")) chosen(input);
      });
    }
  }
  choose();
  addEventListener("hashchange", openTarget);
}

/** Show both tabs of every set, or one. */
function showBoth(both) {
  for (const set of document.querySelectorAll(".tabbed-set")) {
    set.classList.toggle("tabbed-set--both", both);
    set.querySelector(".tabs-both")?.setAttribute("aria-pressed", String(both));
  }
}

/** Put the choice into the address, and take out a target that is a tab: the choice says it. */
function address(value) {
  const url = new URL(location);
  url.searchParams.set(KEY, value);
  if (target()?.matches(".tabbed-set > input")) url.hash = "";
  history.replaceState(history.state, "", url);
}

/** The tabs of a name, in all sets of the page. */
const named = (name) => [...document.querySelectorAll(".tabbed-set > input")].filter((input) => nameOf(input) === name);

/** Choose the tab that the address asks for: its target first, then its query, then what is remembered. */
function choose() {
  const asked = new URLSearchParams(location.search).get(KEY);
  const known = asked === BOTH || named(asked).length > 0;
  const choice = known ? asked : remembered();
  showBoth(choice === BOTH);
  for (const input of named(choice)) check(input);
  openFound(new URLSearchParams(location.search).get("h") ?? "");
  openTarget();
}

/** Open the tab that the address leads to or into, and show the place. */
function openTarget() {
  const found = target();
  if (!found) return;
  if (found.matches(".tabbed-set > input")) {
    check(found);
    found.parentElement.scrollIntoView();
  } else if (reveal(found)) found.scrollIntoView();
}

/** Open the tab that holds most of the words of a search, where the shown one holds fewer. */
function openFound(query) {
  const words = query.slice(0, 200).toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 1);
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const blocks = [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
    const counts = blocks.map((block) => words.filter((word) => block.textContent.toLowerCase().includes(word)).length);
    const inputs = [...set.querySelectorAll(":scope > input")];
    const most = counts.indexOf(Math.max(...counts));
    if (counts[most] > counts[inputs.findIndex((input) => input.checked)]) check(inputs[most]);
  }
}

/** Open the tab that holds an element. Returns whether there was something to open. */
function reveal(element) {
  const block = element.closest(".tabbed-block");
  if (!block) return false;
  const set = block.closest(".tabbed-set");
  const input = set.querySelectorAll(":scope > input")[[...block.parentElement.children].indexOf(block)];
  if (input.checked) return false;
  check(input);
  return true;
}

/** Check a tab; the address and what is remembered stay as they are. */
function check(input) {
  input.checked = true;
}
