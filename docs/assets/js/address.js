// The state of a table in the address, and what of a table can be told without a page: filters, order, copies.

// In whole letters: half of one could be put into no address.
const MAX_QUERY = 100;

/**
 * The state that an address asks for, and what in it is not known: `{said, word, ours}`, the words of ours being those
 * among which the right one may be. `known` has a set of values for each name in `singles` (one value) and `lists`
 * (several, with commas).
 */
export function parse(search, known, singles, lists) {
  const names = ["q", ...singles, ...lists];
  const state = { q: "" };
  for (const name of singles) state[name] = "";
  for (const name of lists) state[name] = [];
  const unknown = [];
  /** The value of ours that is meant, in whatever case; what is not known is noted. */
  const ours = (name, value) => {
    const found = [value, value.toLowerCase()].find((one) => known[name].has(one));
    if (found === undefined) unknown.push({ said: `${name}=${value}`, word: value, ours: [...known[name]] });
    return found;
  };
  for (const [written, value] of new URLSearchParams(search.slice(0, 4000))) {
    const name = written.toLowerCase();
    if (name === "q") state.q = [...value].slice(0, MAX_QUERY).join("");
    else if (singles.includes(name)) state[name] = (value && ours(name, value)) || state[name];
    else if (lists.includes(name)) {
      for (const item of new Set(value.split(",").filter(Boolean))) {
        const found = ours(name, item);
        if (found !== undefined && !state[name].includes(found)) state[name].push(found);
      }
    } else unknown.push({ said: "", word: written, ours: names });
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

let told;

/** Say in `note` what of an address is not known, if it resembles anything of ours, and whatever else there is to say. */
export async function tell(note, unknown, more) {
  told = unknown;
  const said = unknown.length
    ? await import("./links.js").then((links) => links.complaint(unknown)).catch(() => "")
    : "";
  if (told !== unknown) return; // the reader has gone on
  note.textContent = [said, more].filter(Boolean).join(" ");
  note.hidden = !note.textContent;
}

/** The id that an address leads to, whatever its case; empty for none, or where it cannot be read. */
export function idIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1)).toLowerCase();
  } catch {
    return "";
  }
}

/**
 * The state without those of its filters that hide a row, and the names of these. An address has two halves: a row
 * that its end leads to must not be filtered away by what stands before. `start` is the state that filters nothing.
 */
export function revealing(row, state, start, matches) {
  const hiding = Object.keys(start).filter((name) => !matches(row, { ...start, [name]: state[name] }));
  return { state: { ...state, ...Object.fromEntries(hiding.map((name) => [name, start[name]])) }, hiding };
}

/**
 * Show the row that a link was made for: the one that its end names, else the first that it opens, else the first
 * picked one. A page that the browser shows again stays where the reader has left it.
 */
export function land(rows, state) {
  const named = rows.find((row) => row.id === idIn(location.hash));
  const again = performance.getEntriesByType("navigation")[0]?.type;
  const meant = again === "reload" || again === "back_forward" ? [] : [...(state.open ?? []), ...(state.pick ?? [])];
  const row = named ?? meant.map((id) => rows.find((one) => one.id === id && !one.element.hidden)).find(Boolean);
  row?.element.scrollIntoView();
}

/** Whether a text holds every word of a query; `batch-norm` is two words, as it may be written as one, or apart. */
export function hasWords(text, query) {
  return query
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
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

/**
 * Put a state (a query string) into the address; `quiet` adds no step for the Back button. While Material starts,
 * `?q=` stays out of the address: Material would take it for its search. site.js puts it there a moment later.
 *
 * A reader who changes what is shown has left the row that the address led to, and may have filtered it away: the end
 * of the address goes, unless it leads to another part of the page, or `hash` says it.
 */
export function go(root, query, quiet = false, hash = null) {
  const id = idIn(location.hash);
  const left = id && root.contains(document.getElementById(id));
  const url = new URL(location.pathname + query + (hash ?? (left ? "" : location.hash)), location.origin);
  if (root.dataset.held !== undefined) {
    root.dataset.held = url;
    url.searchParams.delete("q");
  }
  history[quiet ? "replaceState" : "pushState"](history.state, "", url);
}

/** The query of the address, also while a part of it is held back. */
export const query = (root) => new URL(root.dataset.held ?? location).search;

/** Call `show` on Back and Forward within this page; site.js tells of it. */
export function onBack(root, show) {
  root.addEventListener("addresschange", show);
}
