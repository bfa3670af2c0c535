// What the tables of the comparison and of the examples share: their state in the address, and their order.

const MAX_QUERY = 100;

/**
 * The state that an address asks for, and what in it is not known.
 * `known` has a set of values for each name in `singles` (one value) and `lists` (several, with commas).
 */
export function parse(search, known, singles, lists) {
  const state = { q: "" };
  for (const name of singles) state[name] = "";
  for (const name of lists) state[name] = [];
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search.slice(0, 4000))) {
    if (name === "q") state.q = value.slice(0, MAX_QUERY);
    else if (singles.includes(name)) {
      if (known[name].has(value)) state[name] = value;
      else if (value) unknown.push(`${name}=${value}`);
    } else if (lists.includes(name)) {
      for (const item of new Set(value.split(",").filter(Boolean))) {
        if (known[name].has(item)) state[name].push(item);
        else unknown.push(`${name}=${item}`);
      }
    } else if (!name.startsWith("utm_")) unknown.push(name);
  }
  return { state, unknown };
}

/** A state as a query string that a person can read; empty for the state at the start. */
export function serialize(state) {
  const parts = [];
  for (const [name, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text) parts.push(`${name}=${encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%20", "+")}`);
  }
  return parts.length ? `?${parts.join("&")}` : "";
}

/** What to say of the parts of an address that nobody knows; empty if there are none. */
export function complaint(unknown) {
  if (unknown.length === 0) return "";
  return `The link asks for something this table does not know: ${unknown.slice(0, 5).join(", ").slice(0, 200)}. The rest is shown.`;
}

/** Whether a text holds every word of a query. */
export function hasWords(text, query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

/** Make each head of a table a button that sorts by its column: up, down, and as written. */
export function sortable(table, current, change) {
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const column = head.dataset.column;
      const next = { [column]: `-${column}`, [`-${column}`]: "" };
      change(next[current()] ?? column);
    });
  }
}

/** Rows in the order that `sort` names (`column`, `-column`, or empty for none); equals stay as written. */
export function inOrder(rows, sort, keyOf, placeOf) {
  if (!sort) return rows;
  const column = sort.replace("-", "");
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [keyOf(a, column), keyOf(b, column)];
    return sign * (x < y ? -1 : x > y ? 1 : 0) || placeOf(a) - placeOf(b);
  });
}

/** A cell of a Markdown table. */
export function markdownCell(text) {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
}

/** Copy a text and say so in `status`; where that is refused, show the text to be copied by hand. */
export async function copy(text, what, status) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = `${what} copied`;
  } catch {
    window.prompt("Copy this:", text);
  }
}

/** Call `show` on Back and Forward within this page; site.js tells of it. */
export function onBack(root, show) {
  root.dataset.ownAddress = "";
  root.addEventListener("addresschange", show);
}
