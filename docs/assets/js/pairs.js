// The list of example pairs: a table (table.js) with levels and groups.

import { hasWords, markdownCell } from "./address.js";
import { passes, startTable } from "./table.js";

/** Bring the list in `root` to life. */
export function start(root) {
  startTable(root, {
    noun: "pairs",
    singles: ["sort"],
    lists: ["level", "group"],
    matches: (row, state) =>
      passes(state.level, row.element.dataset.level) && passes(state.group, row.group) && hasWords(row.text, state.q),
    copies: {
      markdown: (rows, base) => rows.map(({ id, title }) => `- [${markdownCell(title)}](${base}${id}/)\n`).join(""),
    },
  });
}
