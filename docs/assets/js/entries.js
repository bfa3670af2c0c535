// The entries of a family of the API map: a table (table.js) with the class of difference as its filter.

import { hasWords, markdownCell } from "./address.js";
import { passes, startTable } from "./table.js";

/** Bring the list in `root` to life. */
export function start(root) {
  startTable(root, {
    noun: "entries",
    singles: ["sort"],
    lists: ["match"],
    partsOf: (element) => [element, element.nextElementSibling],
    matches: (row, state) => passes(state.match, row.element.dataset.match) && hasWords(row.text, state.q),
    copies: {
      markdown: (rows, base) => rows.map((row) => line(row, base)).join(""),
    },
  });
}

/** An entry as a line of Markdown: both names with the class of difference, linked. */
function line({ id, element }, base) {
  const [ours, theirs, match] = [...element.cells].map(
    (cell) => cell.querySelector("code")?.textContent ?? cell.textContent.trim(),
  );
  return `- [${markdownCell(`${ours} → ${theirs}`)}](${base}#${id}): ${match.toLowerCase()}\n`;
}
