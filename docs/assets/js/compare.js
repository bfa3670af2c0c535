// The comparison table: filter, sort, choose and copy. The address holds the whole state, so that a
// link shows another reader the same rows. The table itself is complete without this file.

const LISTS = ["group", "edge", "evidence", "only", "hide", "rows", "pick", "open"];
const MAX_QUERY = 100;

/** The state that an address asks for, and what in it is not known. */
export function parse(search, known) {
  const state = { q: "", preset: "", sort: "" };
  for (const name of LISTS) state[name] = [];
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search.slice(0, 4000))) {
    if (name === "q") state.q = value.slice(0, MAX_QUERY);
    else if (name === "preset" || name === "sort") {
      if (known[name].has(value)) state[name] = value;
      else if (value) unknown.push(`${name}=${value}`);
    } else if (LISTS.includes(name)) {
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
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => row.text.includes(word));
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
  const cell = (text) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|");
  const lines = [columns.map((column) => COLUMNS[column]), columns.map(() => "---")];
  for (const row of rows) {
    lines.push(columns.map((column) => (column === "criterion" ? `[${cell(row.title)}](${base}${row.id}/)` : cell(row.cells[column]))));
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
    const copy = cell.cloneNode(true);
    for (const sign of copy.querySelectorAll("[aria-hidden]")) sign.remove();
    cells[cell.dataset.column] = copy.textContent.replace(/\s+/g, " ").trim();
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
  if (root.dataset.alive) return;
  root.dataset.alive = "true";
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
  let { state, unknown } = parse(location.search, known);

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
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const column = head.dataset.column;
      const next = { [column]: `-${column}`, [`-${column}`]: "" };
      change({ sort: next[state.sort] ?? column });
    });
  }

  /** The rows shown, in their order. */
  function shown() {
    const presetRows = presets[state.preset];
    const found = rows.filter((row) => matches(row, { ...state, presetRows }, today));
    if (!state.sort) return found;
    const column = state.sort.replace("-", "");
    const sign = state.sort.startsWith("-") ? -1 : 1;
    return found.sort((a, b) => {
      const [x, y] = [sortKey(a, column), sortKey(b, column)];
      return sign * (x < y ? -1 : x > y ? 1 : 0) || a.order - b.order;
    });
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
    note.hidden = unknown.length === 0;
    note.textContent = unknown.length ? `The link asks for something this table does not know: ${unknown.slice(0, 5).join(", ").slice(0, 200)}. The rest is shown.` : "";
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
    change(parse("", known).state);
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
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = `${what} copied`;
      } catch {
        window.prompt("Copy this:", text);
      }
    });
  }
  // Back and Forward within this page are ours; Material would load the page anew. It hears of the
  // event after this listener, because this one captures.
  const here = location.pathname;
  const back = (event) => {
    if (!root.isConnected) return removeEventListener("popstate", back, true);
    if (location.pathname !== here) return;
    event.stopImmediatePropagation();
    ({ state, unknown } = parse(location.search, known));
    show();
  };
  addEventListener("popstate", back, true);

  const filters = form.querySelector("details");
  filters.open = matchMedia("(min-width: 60em)").matches;
  form.hidden = false;
  show();
  // The browser looked for the target before rows were hidden, so look again.
  const target = rows.find((row) => row.id === location.hash.slice(1));
  if (target) target.element.scrollIntoView();
}
