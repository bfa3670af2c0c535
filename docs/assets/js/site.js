// What the site adds to Material: a link to a folded thing opens it, paper shows all, wide tables can be reached.

// A part of a page that keeps its state in the address is told of Back and Forward. Material would load the
// page anew; its script runs after this one.
addEventListener(
  "popstate",
  (event) => {
    const own = document.querySelector("[data-own-address]");
    if (own?.dataset.ownAddress !== location.pathname) return;
    event.stopImmediatePropagation();
    own.dispatchEvent(new Event("addresschange"));
  },
  true,
);

/** Open the folded part that holds the target of the address, and show it. */
function openTarget() {
  if (location.hash.length < 2) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details:not([open])");
  if (folded) folded.open = true;
}

/** Unfold all evidence for paper, and fold it again. */
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});

/** A table that is wider than the screen scrolls; let the keyboard reach it. */
function reachTables() {
  for (const [index, wrap] of document.querySelectorAll(".md-typeset__scrollwrap").entries()) {
    if (wrap.scrollWidth <= wrap.clientWidth) continue;
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "region");
    wrap.setAttribute("aria-label", `Table ${index + 1}, scrolls sideways`);
  }
}

/** Material gives each code block a navigation without a name. */
function nameCode() {
  const parts = document.querySelectorAll(".md-code__nav");
  for (const [index, part] of parts.entries()) part.setAttribute("aria-label", `Code ${index + 1}`);
}

/** The parts that only some pages have: what in a page needs which module. */
async function load() {
  const comparison = document.querySelector(".compare");
  if (comparison) (await import("./compare.js")).start(comparison);
  const pairs = document.querySelector(".pairs");
  if (pairs) (await import("./pairs.js")).start(pairs);
  const decide = document.querySelector(".decide");
  if (decide) (await import("./decide.js")).start(decide);
  else document.body.classList.remove("decided");
  const sets = document.querySelectorAll(".tabbed-set");
  if (sets.length === 0) return;
  const tabs = await import("./tabs.js");
  tabs.start(sets);
  const found = new URLSearchParams(location.search).get("h");
  if (found) tabs.openFound(found);
}

function start() {
  openTarget();
  load();
  // Material wraps tables when it has the page; look when it is done.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      reachTables();
      nameCode();
    }),
  );
}

// Material replaces the page without loading it anew; `document$` tells when. Its script is deferred, too.
addEventListener("DOMContentLoaded", () => {
  if (window.document$) window.document$.subscribe(start);
  else start();
});
addEventListener("hashchange", async () => {
  openTarget();
  if (document.querySelector(".tabbed-set")) (await import("./tabs.js")).openTarget();
});
