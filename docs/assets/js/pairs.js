// The list of example pairs: filter, sort and copy. The address holds the whole state. The list itself
// is complete without this file.

import { complaint, copy, hasWords, inOrder, markdownCell, onBack, parse, serialize, sortable } from "./address.js";

const SINGLES = ["sort"];
const LISTS = ["level", "group"];

/** What a row is sorted by in each column. */
const KEYS = {
  pair: (row) => row.title.toLowerCase(),
  level: (row) => Number(row.element.dataset.level),
  equal: (row) => Number(row.element.dataset.equal),
  mistake: (row) => row.element.querySelector('[data-column="mistake"]').textContent.toLowerCase(),
  run: (row) => row.element.querySelector("time")?.dateTime ?? "",
};

/** Bring the list in `root` to life. */
export function start(root) {
  const form = root.querySelector("form");
  const table = root.querySelector("table");
  const groups = [...table.tBodies];
  const sorted = document.createElement("tbody");
  const status = form.querySelector(".compare__count");
  const note = form.querySelector(".compare__note");
  const rows = [...root.querySelectorAll(".compare__row")].map((element) => ({
    element,
    id: element.id,
    title: element.querySelector("th a").textContent,
    text: element.textContent.toLowerCase(),
  }));
  const values = (name) => new Set([...form.querySelectorAll(`[name="${name}"]`)].map((input) => input.value));
  const known = {
    level: values("level"),
    group: values("group"),
    sort: new Set(Object.keys(KEYS).flatMap((column) => [column, `-${column}`])),
  };
  let { state, unknown } = parse(location.search, known, SINGLES, LISTS);

  sortable(table, () => state.sort, (sort) => change({ sort }));

  /** The rows shown, in their order. */
  function shown() {
    const one = (list, value) => list.length === 0 || list.includes(value);
    const found = rows.filter(
      ({ element, text }) =>
        one(state.level, element.dataset.level) && one(state.group, element.dataset.group) && hasWords(text, state.q),
    );
    return inOrder(found, state.sort, (row, column) => KEYS[column](row), (row) => row.element.dataset.order);
  }

  /** Make the page show the state. */
  function show() {
    const found = shown();
    const visible = new Set(found);
    for (const row of rows) row.element.hidden = !visible.has(row);
    if (state.sort) {
      sorted.append(...found.map((row) => row.element));
      table.append(sorted);
    } else if (sorted.isConnected) {
      for (const group of groups) {
        group.append(...rows.filter((row) => row.element.dataset.group === group.dataset.group).map((row) => row.element));
      }
      sorted.remove();
    }
    for (const group of groups) {
      group.hidden = Boolean(state.sort) || !found.some((row) => row.element.dataset.group === group.dataset.group);
    }
    for (const head of table.tHead.rows[0].cells) {
      const column = head.dataset.column;
      const order = { [column]: "ascending", [`-${column}`]: "descending" }[state.sort];
      if (order) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    }
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = state[box.name].includes(box.value);
    if (form.elements.q.value !== state.q) form.elements.q.value = state.q;
    status.textContent = `${found.length} of ${rows.length} pairs${found.length ? "" : ": loosen a filter, or show all"}`;
    note.textContent = complaint(unknown);
    note.hidden = !note.textContent;
  }

  /** Change the state, and the address with it; `quiet` adds no step for the Back button. */
  function change(part, quiet = false) {
    state = { ...state, ...part };
    unknown = [];
    history[quiet ? "replaceState" : "pushState"](history.state, "", location.pathname + serialize(state) + location.hash);
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name === "q") change({ q: event.target.value }, true);
  });
  form.addEventListener("change", ({ target: { name } }) => {
    if (!LISTS.includes(name)) return;
    change({ [name]: [...form.querySelectorAll(`[name="${name}"]:checked`)].map((input) => input.value) });
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    change(parse("", known, SINGLES, LISTS).state);
    form.elements.q.focus();
  });
  for (const button of form.querySelectorAll("[name=copy]")) {
    button.addEventListener("click", () => {
      const base = location.origin + location.pathname;
      if (button.value === "link") return copy(base + serialize(state), "The link", status);
      const lines = shown().map(({ id, title }) => `- [${markdownCell(title)}](${base}${id}/)\n`);
      return copy(lines.join(""), `${lines.length} pairs`, status);
    });
  }
  onBack(root, () => {
    ({ state, unknown } = parse(location.search, known, SINGLES, LISTS));
    show();
  });

  form.inert = false;
  show();
  // The browser looked for the target before rows were hidden, so look again.
  rows.find((row) => row.id === location.hash.slice(1))?.element.scrollIntoView();
}
