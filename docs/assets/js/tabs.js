// TensorFlow and PyTorch in tabs. Material links tabs of one name and remembers the choice; this adds the
// choice in the address (`?fw=pytorch`, or `both`), links into a hidden tab, and both side by side.

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
    if (value === BOTH) localStorage.setItem(KEY, BOTH);
    else localStorage.removeItem(KEY);
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
}

/** The name that an address uses for a tab: what follows the last hyphen of its id. */
const nameOf = (input) => input.id.slice(input.id.lastIndexOf("-") + 1);

/** Bring the sets of tabs to life. */
export function start(sets) {
  for (const set of sets) {
    if (set.dataset.alive) continue;
    set.dataset.alive = "true";
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
      showBoth(both);
      remember(both ? BOTH : "");
      address(both ? BOTH : nameOf(inputs.find((input) => input.checked)));
    });
    const chosen = (input) => {
      showBoth(false);
      remember("");
      address(nameOf(input));
    };
    for (const input of inputs) {
      // Our own `check` makes events that no reader made.
      input.addEventListener("change", (event) => event.isTrusted && chosen(input));
      // While both are shown, the tab that is checked can be chosen too, and then nothing changes.
      labels.querySelector(`[for="${input.id}"]`).addEventListener("click", () => {
        if (set.classList.contains("tabbed-set--both")) chosen(input);
      });
    }
  }
  choose();
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
  if (document.getElementById(url.hash.slice(1))?.matches(".tabbed-set > input")) url.hash = "";
  history.replaceState(history.state, "", url);
}

/** Choose the tab that the address asks for: its target first, then its query, then what is remembered. */
function choose() {
  const asked = new URLSearchParams(location.search).get(KEY);
  const inputs = [...document.querySelectorAll(".tabbed-set > input")];
  const named = inputs.filter((input) => nameOf(input) === asked);
  showBoth(asked === BOTH || (named.length === 0 && remembered() === BOTH));
  for (const input of named) check(input);
  openTarget();
}

/** Open the tab that the address leads to or into, and show the place. */
export function openTarget() {
  if (location.hash.length < 2) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches(".tabbed-set > input")) {
    check(target);
    target.parentElement.scrollIntoView();
  } else if (reveal(target)) target.scrollIntoView();
}

/**
 * Open the tab that holds most of the words of a search, where the shown one holds fewer. Material marks
 * what it finds in shown text alone.
 */
export function openFound(query) {
  const words = query.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 1);
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

/** Check a tab as a click would, so that Material moves its mark; the address stays as it is. */
function check(input) {
  if (input.checked) return;
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
