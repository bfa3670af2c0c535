// The comparison table: filter, sort, choose and copy. The address holds the whole state, so that a
// link shows another reader the same rows. The table itself is complete without this file.

import { complaint, copy, hasWords, inOrder, markdownCell, onBack, parse, serialize, sortable } from "./address.js";

const SINGLES = ["preset", "sort"];
const LISTS = ["group", "edge", "evidence", "only", "hide", "rows", "pick", "open"];

/** Whether a row is shown in a state. */
export function matches(row, state, today) {
  const one = (list, value) => list.length === 0 || list.includes(value);
  if (state.rows.length && !state.rows.includes(row.id)) return false;
  if (state.presetRows && !state.presetRows.includes(row.id)) return false;
  if (!one(state.group, row.group) || !one(state.edge, row.edge)) return false;
  if (state.evidence.length && !state.evidence.some((kind) => row.kinds.includes(kind))) return false;
  if (state.only.includes("differ") && !row.differs) return false;
  if (state.only.includes("proven") && !row.kinds.some((kind) => kind === "measured" || kind === "executed")) return false;
  if (state.only.includes("stale") && row.recheck > today) return false;
  return hasWords(row.text, state.q);
}

const COLUMNS = { criterion: "Criterion", tensorflow: "TensorFlow", pytorch: "PyTorch", edge: "Edge", evidence: "Evidence", checked: "Checked" };
const RATINGS = ["Strong", "Good", "Limited", "None", "Fact", "Unknown"];

/** What a row is sorted by in a column. */
function sortKey(row, column) {
  if (column === "checked") return row.checked;
  if (column === "tensorflow" || column === "pytorch") {
    return String(RATINGS.findIndex((word) => row.cells[column].startsWith(`${word} `)));
  }
  return row.cells[column].toLowerCase();
}

/** The shown rows as a Markdown table. */
export function toMarkdown(rows, columns, base) {
  const lines = [columns.map((column) => COLUMNS[column]), columns.map(() => "---")];
  for (const row of rows) {
    lines.push(columns.map((column) => (column === "criterion" ? `[${markdownCell(row.title)}](${base}${row.id}/)` : markdownCell(row.cells[column]))));
  }
  return `${lines.map((line) => `| ${line.join(" | ")} |`).join("\n")}\n`;
}

/** The shown rows as CSV, by RFC 4180; a cell that a spreadsheet would run as a formula is made text. */
export function toCsv(rows, columns, base) {
  const cell = (text) => {
    const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [[...columns.map((column) => COLUMNS[column]), "Address"]];
  for (const row of rows) {
    lines.push([...columns.map((column) => (column === "criterion" ? row.title : row.cells[column])), `${base}${row.id}/`]);
  }
  return `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Read a row of the table. */
function readRow(element) {
  const cells = { criterion: element.querySelector("th a").textContent };
  for (const cell of element.querySelectorAll("td[data-column]")) {
    cells[cell.dataset.column] = cell.textContent.replace(/\s+/g, " ").trim();
  }
  const more = element.nextElementSibling;
  return {
    element,
    more,
    details: more.querySelector("details"),
    id: element.id,
    title: cells.criterion,
    cells,
    group: element.dataset.group,
    edge: element.dataset.edge,
    kinds: element.dataset.kinds.split(" "),
    differs: element.dataset.differs === "true",
    checked: element.dataset.checked,
    recheck: element.dataset.recheck,
    order: Number(element.dataset.order),
    text: `${element.textContent} ${more.textContent}`.toLowerCase(),
  };
}

/** Bring the table in `root` to life. */
export function start(root) {
  const form = root.querySelector("form");
  const table = root.querySelector("table");
  const rows = [...root.querySelectorAll(".compare__row")].map(readRow);
  const groups = [...table.tBodies];
  const sorted = document.createElement("tbody");
  const status = form.querySelector(".compare__count");
  const note = form.querySelector(".compare__note");
  const mine = form.elements.mine;
  const today = new Date().toISOString().slice(0, 10);
  const presets = JSON.parse(root.dataset.presets);
  const values = (name) => new Set([...form.querySelectorAll(`[name="${name}"]`)].map((input) => input.value));
  const ids = new Set(rows.map((row) => row.id));
  const columns = Object.keys(COLUMNS);
  const known = {
    preset: values("preset"),
    sort: new Set(columns.flatMap((column) => [column, `-${column}`])),
    group: values("group"),
    edge: values("edge"),
    evidence: values("evidence"),
    only: values("only"),
    hide: values("column"),
    rows: ids,
    pick: ids,
    open: ids,
  };
  let { state, unknown } = parse(location.search, known, SINGLES, LISTS);

  for (const row of rows) {
    if (row.recheck <= today) {
      row.element.querySelector('[data-column="checked"]').insertAdjacentHTML("beforeend", ' <span class="compare__stale">due for a new check</span>');
    }
    const label = document.createElement("label");
    label.className = "compare__pick";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.name = "pick";
    box.value = row.id;
    box.setAttribute("aria-label", `Pick ${row.title}`);
    label.append(box, " pick");
    row.element.querySelector("th").append(label);
    row.box = box;
    box.addEventListener("change", () => change({ pick: rows.filter((other) => other.box.checked).map((other) => other.id) }));
    row.details.addEventListener("toggle", () => {
      if (row.details.open !== state.open.includes(row.id)) {
        change({ open: rows.filter((other) => other.details.open).map((other) => other.id) }, true);
      }
    });
  }
  sortable(table, () => state.sort, (sort) => change({ sort }));

  /** The rows shown, in their order. */
  function shown() {
    const presetRows = presets[state.preset];
    const found = rows.filter((row) => matches(row, { ...state, presetRows }, today));
    return inOrder(found, state.sort, sortKey, (row) => row.order);
  }

  /** Make the page show the state. */
  function show() {
    const found = shown();
    const visible = new Set(found);
    for (const row of rows) {
      row.element.hidden = row.more.hidden = !visible.has(row);
      row.box.checked = state.pick.includes(row.id);
      row.details.open = state.open.includes(row.id);
    }
    if (state.sort) {
      sorted.append(...found.flatMap((row) => [row.element, row.more]));
      table.append(sorted);
    } else if (sorted.isConnected) {
      for (const group of groups) {
        const members = rows.filter((row) => row.group === group.dataset.group);
        group.append(...members.flatMap((row) => [row.element, row.more]));
      }
      sorted.remove();
    }
    for (const group of groups) {
      group.hidden = Boolean(state.sort) || !found.some((row) => row.group === group.dataset.group);
    }
    for (const column of columns) {
      const hidden = state.hide.includes(column);
      for (const cell of table.querySelectorAll(`[data-column="${column}"]`)) cell.hidden = hidden;
    }
    for (const head of table.tHead.rows[0].cells) {
      const column = head.dataset.column;
      const order = { [column]: "ascending", [`-${column}`]: "descending" }[state.sort];
      if (order) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    }
    for (const input of form.querySelectorAll("[type=checkbox]")) {
      if (input.name === "column") input.checked = !state.hide.includes(input.value);
      else input.checked = state[input.name].includes(input.value);
    }
    for (const input of form.querySelectorAll("[name=preset]")) input.checked = input.value === state.preset;
    if (form.elements.q.value !== state.q) form.elements.q.value = state.q;
    const only = state.rows.length > 0;
    mine.textContent = only ? `All rows again (${rows.length})` : `Only my picks (${state.pick.length})`;
    mine.disabled = !only && state.pick.length === 0;
    status.textContent = `${found.length} of ${rows.length} rows${found.length ? "" : ": loosen a filter, or show all"}`;
    note.textContent = complaint(unknown);
    note.hidden = !note.textContent;
  }

  /** Change the state, and the address with it; `quiet` adds no step for the Back button. */
  function change(part, quiet = false) {
    state = { ...state, ...part };
    unknown = [];
    const address = location.pathname + serialize(state) + location.hash;
    history[quiet ? "replaceState" : "pushState"](history.state, "", address);
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name === "q") change({ q: event.target.value }, true);
  });
  form.addEventListener("change", (event) => {
    const { name, value } = event.target;
    const checked = (box) => [...form.querySelectorAll(`[name="${box}"]:checked`)].map((input) => input.value);
    if (name === "preset") change({ preset: value });
    else if (name === "column") change({ hide: [...known.hide].filter((column) => !checked("column").includes(column)) });
    else if (LISTS.includes(name)) change({ [name]: checked(name) });
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    change(parse("", known, SINGLES, LISTS).state);
    form.elements.q.focus();
  });
  mine.addEventListener("click", () => change({ rows: state.rows.length ? [] : state.pick }));
  for (const button of form.querySelectorAll("[name=copy]")) {
    button.addEventListener("click", async () => {
      const base = location.origin + location.pathname;
      const visible = columns.filter((column) => !state.hide.includes(column));
      const text = {
        link: () => base + serialize(state),
        markdown: () => toMarkdown(shown(), visible, base),
        csv: () => toCsv(shown(), visible, base),
      }[button.value]();
      const what = button.value === "link" ? "The link" : `${shown().length} rows`;
      await copy(text, what, status);
    });
  }
  onBack(root, () => {
    ({ state, unknown } = parse(location.search, known, SINGLES, LISTS));
    show();
  });

  const filters = form.querySelector("details");
  filters.open = matchMedia("(min-width: 60em)").matches;
  form.inert = false;
  show();
  // The browser looked for the target before rows were hidden, so look again.
  const target = rows.find((row) => row.id === location.hash.slice(1));
  if (target) target.element.scrollIntoView();
}
