// What the site adds to Material: links to things that are folded open them.

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

// Material replaces the page without loading it anew; `document$` tells when.
if (window.document$) window.document$.subscribe(openTarget);
else openTarget();
addEventListener("hashchange", openTarget);
