// What every page has besides Material: when Material's styles and script come, links into folded parts, print,
// and the modules of the table, the pairs, the decision and the tabs.

const root = document.documentElement;

/** What the address asked for when the page came; Material takes `?h=`, the words of a search, out of it. */
export const asked = new URLSearchParams(location.search);

// When Material comes ------------------------------------------------------------------------------------------

// A published page carries the style of its first picture (scripts/publish/css.py); Material's sheets and script wait in
// templates until a reader does something. `mkdocs serve` shows pages without that tuning: nothing waits there.

const GESTURES = ["pointerdown", "pointermove", "touchstart", "keydown", "scroll", "wheel", "focusin"];
const lateStyles = document.getElementById("late-styles");
const lateScripts = document.getElementById("late-scripts");
const toggle = document.getElementById("__search");
const field = document.querySelector("[data-md-component=search-query]");
// The part of the page, if there is one, that keeps its state in the address.
const owner = document.querySelector(".compare, .pairs, .entries, .decide");
let coming = null;

/** Bring Material's sheets and script, once; what cannot be loaded is tried again at the next gesture. */
export function wake() {
  coming ??= bring().catch((error) => {
    console.warn(`Material did not load: ${error.message}`);
    coming = null;
    listen();
  });
  return coming;
}

async function bring() {
  const chosen = new Set();
  const note = ({ target }) =>
    target.matches(".md-toggle, [name=__palette], .tabbed-set > input") && chosen.add(target);
  document.addEventListener("change", note);
  try {
    const sheets = [...lateStyles.content.querySelectorAll("link")];
    await Promise.all(sheets.map((link) => load("link", { rel: "stylesheet", media: "not all", href: link.href })));
    // All at once: between two of them the page would look, and be laid out, like neither.
    for (const link of document.head.querySelectorAll("link[data-late]")) link.media = "all";
    holdQuery();
    for (const script of lateScripts.content.querySelectorAll("script")) await load("script", { src: script.src });
    // Material's script starts with this event, which was long ago.
    document.dispatchEvent(new Event("DOMContentLoaded"));
    // It watches tabs a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
  } finally {
    document.removeEventListener("change", note);
    releaseQuery();
  }
  // It learns of what was chosen meanwhile: colours, a tab, the search.
  for (const input of chosen) if (input.checked) input.dispatchEvent(new Event("change"));
}

/** `?q=` of the table or the list of pairs is theirs; Material would open its search with it, and take it away. */
function holdQuery() {
  if (!owner?.querySelector("[name=q]")) return;
  const url = new URL(location);
  owner.dataset.held = url;
  url.searchParams.delete("q");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** Put the query back; the reader may have typed on meanwhile (go in address.js). */
function releaseQuery() {
  const held = owner?.dataset.held;
  if (!held) return;
  delete owner.dataset.held;
  if (held !== location.href) history.replaceState(history.state, "", held);
}

/** A sheet or a script of the page's head, loaded. Rejects, and leaves nothing behind, where that fails. */
function load(tag, attributes) {
  const address = attributes.href ?? attributes.src;
  if (document.head.querySelector(`${tag}[data-late="${address}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = document.createElement(tag);
    Object.assign(element, attributes);
    element.dataset.late = address;
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      reject(new Error(address));
    };
    document.head.append(element);
  });
}

function listen() {
  for (const gesture of GESTURES) addEventListener(gesture, first, { capture: true, passive: gesture !== "keydown" });
}

/** The first gesture; a key that opens the search does so before Material is there. */
function first(event) {
  if (event.type === "scroll" && event.target !== document) return; // we have shown the current page in its column
  for (const gesture of GESTURES) removeEventListener(gesture, first, { capture: true });
  linkNotes();
  wake();
  if (event.type !== "keydown" || !field || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || !["/", "f", "s"].includes(event.key)) return;
  event.preventDefault();
  toggle.checked = true;
  field.focus();
}

/** Whether the address or what the browser kept of the page asks for what only Material's script does. */
function askedFor() {
  if (asked.has("h") || asked.has("code") || (asked.has("q") && !owner)) return true;
  return document.querySelector(".md-toggle:checked:not(.md-nav__toggle), .annotate") !== null;
}

/** Show the current page in a column longer than the screen, where Material would move it when it comes. */
function showCurrent() {
  for (const box of document.querySelectorAll(".md-sidebar__scrollwrap")) {
    const height = innerHeight - box.getBoundingClientRect().top - box.offsetTop;
    const current = [...box.querySelectorAll(".md-nav__link--active[href]")].find((link) => link.clientHeight);
    if (scrollY || !current || box.clientHeight <= height) continue;
    box.style.height = `${height}px`;
    box.scrollTo({ top: current.offsetTop - box.offsetTop - height / 2 });
  }
}

if (lateScripts) {
  showCurrent();
  listen();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", wake);
  if (askedFor()) wake();
}

// The search ---------------------------------------------------------------------------------------------------

/** Fetch what the search needs while its field is opened, so that it is there when the first word is typed. */
function fetchSearch() {
  import("./search-help.js").then((help) => help.start(field)).catch(console.warn);
  const files = ["search-core.js", "vendor/minisearch.js", "../../search/index.json"];
  for (const file of files) fetch(new URL(file, import.meta.url)).catch(() => {}); // said where it is asked
}
field?.addEventListener("focus", fetchSearch, { once: true });
toggle?.addEventListener("change", () => toggle.checked && field.focus());

// Text ---------------------------------------------------------------------------------------------------------

// A part of a page that keeps its state in the address is told of Back and Forward.
addEventListener("popstate", () => {
  if (owner?.dataset.held) owner.dataset.held = location;
  owner?.dispatchEvent(new Event("addresschange"));
});

/** The element that the address leads to; null for none, or where it cannot be read. */
export function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Open the folded part that holds the target of the address, and show it; what is not there may have moved. */
function openTarget() {
  const found = target();
  if (location.hash.length > 1 && (!found || found.matches(".moved"))) {
    import("./links.js").then(({ leadOn }) => leadOn()).catch(console.warn);
  }
  const folded = found?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  found.scrollIntoView();
}

// The sign beside a heading or a note copies its address, and stays the link that it is.
addEventListener("click", ({ target: sign }) => {
  if (sign.matches?.("a.headerlink")) import("./links.js").then(({ copyLink }) => copyLink(sign.href));
});

/** Give each note a sign that links to it, as headings have one; it stands beside the text, which does not move. */
function linkNotes() {
  // Again where Material did not load at the gesture before.
  for (const note of document.querySelectorAll(".md-content ul > li[id]:not(:has(> .headerlink))")) {
    const sign = `<a class="headerlink" href="#${note.id}" title="Link to this note">¶</a>`;
    note.insertAdjacentHTML("beforeend", sign);
  }
}

/** Material puts the buttons of each block of code into a navigation without a name, and gives notes none. */
function nameCodeButtons() {
  let count = 0;
  const content = document.querySelector(".md-content");
  const name = (node) => {
    if (node.classList?.contains("md-code__nav")) node.setAttribute("aria-label", `Code ${++count}`);
    for (const sign of node.querySelectorAll?.("a.md-annotation__index") ?? []) {
      sign.setAttribute("aria-label", `Note ${sign.firstElementChild.dataset.mdAnnotationId}`);
    }
  };
  content.querySelectorAll(".md-code__nav, .md-annotation").forEach(name);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(name);
  }).observe(content, { childList: true, subtree: true });
}

/** What is wider than the screen scrolls; let the keyboard reach it. */
function reachWide() {
  const wide = [...document.querySelectorAll(".md-typeset__scrollwrap, .md-content pre > code")];
  // What is in a folded part or a hidden tab gets its size when it is shown.
  const observer = new ResizeObserver((entries) => {
    for (const { target: element } of entries) {
      if (element.scrollWidth <= element.clientWidth) continue;
      element.tabIndex = 0;
      element.setAttribute("role", "region");
      const what = element.matches("code, pre") ? "Code" : "Table";
      element.setAttribute("aria-label", `${what} ${wide.indexOf(element) + 1}, scrolls sideways`);
      observer.unobserve(element);
    }
  });
  for (const element of wide) observer.observe(element);
}

/** Unfold all evidence for print, and fold it again. A table is not told: its address holds what a reader opens. */
const printed = new Set();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    printed.add(details);
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of printed) details.open = false;
});
addEventListener(
  "toggle",
  (event) => {
    if (!printed.has(event.target)) return;
    event.stopImmediatePropagation();
    if (!event.target.open) printed.delete(event.target);
  },
  { capture: true },
);

/** Say of a page that became due after it was built that it is. The clock of the reader decides. */
function sayWhenDue() {
  const line = document.querySelector("[data-by]");
  const today = new Date().toISOString().slice(0, 10);
  if (!line || line.querySelector("strong") || line.dataset.by > today) return;
  const due = document.createElement("strong");
  due.textContent = " That day has come: it is due.";
  line.append(due);
}

// Parts that only some pages have ------------------------------------------------------------------------------

const PARTS = {
  ".compare": "./compare.js",
  ".pairs": "./pairs.js",
  ".decide": "./decide.js",
  ".entries": "./entries.js",
  ".translate": "./translate.js",
  ".tabbed-set": "./tabs.js",
  ".missing": "./missing.js",
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
      console.warn(`${module} failed to load: ${error}`);
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

openTarget();
startParts();
addEventListener("hashchange", openTarget);
// Measuring widths can wait until the page is shown.
requestAnimationFrame(() =>
  setTimeout(() => {
    if (!lateScripts) linkNotes();
    nameCodeButtons();
    reachWide();
    sayWhenDue();
  }),
);
if (document.readyState === "complete") keepPages();
else addEventListener("load", () => setTimeout(keepPages, 500));
