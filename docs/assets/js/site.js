// What every page has: colours, search, copying, links into folded parts, paper. The rest is loaded where it is used.

const root = document.documentElement;

// A part of a page that keeps its state in the address is told of Back and Forward.
addEventListener("popstate", () => {
  document.querySelector("[data-own-address]")?.dispatchEvent(new Event("addresschange"));
});

// Colours -----------------------------------------------------------------------------------------------------

const SCHEMES = { "": "light", light: "dark", dark: "" };
const OFFERS = { "": "Follow the system's colours", light: "Use light colours", dark: "Use dark colours" };

/** What is chosen; what storage holds may be anything. */
const chosen = () => (Object.hasOwn(SCHEMES, root.dataset.scheme ?? "") ? root.dataset.scheme ?? "" : "");

/** Name the button by what it does next. */
function offer(button) {
  const next = SCHEMES[chosen()];
  button.title = OFFERS[next];
  button.setAttribute("aria-label", OFFERS[next]);
}

/** Take the next of light, dark and the system's wish, and keep it where that is allowed. */
function turn(button) {
  const next = SCHEMES[chosen()];
  if (next) root.dataset.scheme = next;
  else delete root.dataset.scheme;
  try {
    if (next) localStorage.setItem("scheme", next);
    else localStorage.removeItem("scheme");
  } catch {
    // A choice that cannot be kept still holds for this page.
  }
  offer(button);
}

// Search ------------------------------------------------------------------------------------------------------

/** Open the search; its script, style and index are loaded when it is opened first. */
async function search(query = "") {
  try {
    (await import("./search.js")).open(query);
  } catch {
    const button = document.querySelector("[data-search]");
    if (location.pathname !== new URL(button.href).pathname) location.assign(button.href);
  }
}

function startSearch() {
  const button = document.querySelector("[data-search]");
  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    search();
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const find = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !find) return;
    event.preventDefault();
    search();
  });
  const query = new URLSearchParams(location.search).get("q");
  if (query && location.pathname === new URL(button.href).pathname) search(query.slice(0, 100));
}

// Text --------------------------------------------------------------------------------------------------------

/** The element that the address leads to; null for none, or where it cannot be read. */
export function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Open the folded part that holds the target of the address, and show it. */
function openTarget() {
  const found = target();
  const folded = found?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  found.scrollIntoView();
}

/** A button in each block of code that copies it. */
function offerCopies() {
  for (const code of document.querySelectorAll("pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.title = "Copy to clipboard";
    button.addEventListener("click", () => copy(code, button));
    code.parentElement.append(button);
  }
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = "Press Ctrl+C";
  }
  setTimeout(() => (button.textContent = "Copy"), 2000);
}

/** What is wider than the screen scrolls; let the keyboard reach it. */
function reachWide() {
  const wide = [...document.querySelectorAll(".md-typeset__scrollwrap, pre > code")];
  // What is in a folded part or a hidden tab gets its size when it is shown.
  const observer = new ResizeObserver((entries) => {
    for (const { target: element } of entries) {
      if (element.scrollWidth <= element.clientWidth) continue;
      element.tabIndex = 0;
      element.setAttribute("role", "region");
      const what = element.matches("code") ? "Code" : "Table";
      element.setAttribute("aria-label", `${what} ${wide.indexOf(element) + 1}, scrolls sideways`);
      observer.unobserve(element);
    }
  });
  for (const element of wide) observer.observe(element);
}

/** Unfold all evidence for paper, and fold it again. */
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});

// Parts that only some pages have -----------------------------------------------------------------------------

const PARTS = {
  ".compare": "./compare.js",
  ".pairs": "./pairs.js",
  ".decide": "./decide.js",
  ".tabbed-set": "./tabs.js",
};

/** Bring to life what the page has. What cannot be loaded stays as it reads without a script. */
async function startParts() {
  for (const [selector, module] of Object.entries(PARTS)) {
    const found = document.querySelectorAll(selector);
    if (found.length === 0) continue;
    try {
      (await import(module)).start(...found);
    } catch (error) {
      root.className = "no-js";
      console.warn(`${module} is not to be had: ${error}`);
    }
  }
}

/** Keep what was read for reading again without a network; after everything else. */
async function keepPages() {
  try {
    await navigator.serviceWorker.register(new URL("../../sw.js", import.meta.url));
    if (navigator.serviceWorker.controller) return;
    const { active } = await navigator.serviceWorker.ready;
    const read = performance.getEntriesByType("resource").map((entry) => entry.name);
    active.postMessage({ read: [location.href, ...read] });
  } catch {
    // Where that is refused, or there is no such thing, the site is read with a network alone.
  }
}

const button = document.querySelector(".scheme");
offer(button);
button.addEventListener("click", () => turn(button));
startSearch();
openTarget();
startParts();
addEventListener("hashchange", openTarget);
// Measuring widths and adding buttons can wait until the page is shown.
requestAnimationFrame(() =>
  setTimeout(() => {
    offerCopies();
    reachWide();
  }),
);
if (document.readyState === "complete") keepPages();
else addEventListener("load", () => setTimeout(keepPages, 500));
