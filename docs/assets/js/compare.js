// The comparison: a table (table.js) with presets for readers, columns that hide, picks, and rows that open.

import { hasWords, markdownCell } from "./address.js";
import { passes, startTable } from "./table.js";

const LISTS = ["group", "edge", "evidence", "only", "hide", "rows", "pick", "open"];

/** Whether a row is shown in a state. */
export function matches(row, state, today) {
  if (state.rows.length && !state.rows.includes(row.id)) return false;
  if (state.presetRows && !state.presetRows.includes(row.id)) return false;
  if (!passes(state.group, row.group) || !passes(state.edge, row.edge)) return false;
  if (state.evidence.length && !state.evidence.some((kind) => row.kinds.includes(kind))) return false;
  if (state.only.includes("differ") && !row.differs) return false;
  if (state.only.includes("proven") && !row.kinds.some((kind) => kind === "measured" || kind === "executed"))
    return false;
  if (state.only.includes("stale") && row.recheck > today) return false;
  return hasWords(row.text, state.q);
}

const COLUMNS = {
  criterion: "Criterion",
  tensorflow: "TensorFlow",
  pytorch: "PyTorch",
  edge: "Edge",
  evidence: "Evidence",
  checked: "Checked",
};

/** The shown rows as a Markdown table. */
export function toMarkdown(rows, columns, base) {
  const lines = [columns.map((column) => COLUMNS[column]), columns.map(() => "---")];
  for (const row of rows) {
    lines.push(
      columns.map((column) =>
        column === "criterion" ? `[${markdownCell(row.title)}](${base}${row.id}/)` : markdownCell(row.cells[column]),
      ),
    );
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
    lines.push([
      ...columns.map((column) => (column === "criterion" ? row.title : row.cells[column])),
      `${base}${row.id}/`,
    ]);
  }
  return `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A row's opened part as Markdown: its reasons, and each piece of evidence with its link. */
function toNotes(row) {
  const inline = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    const text = [...node.childNodes].map(inline).join("");
    if (node.matches("a")) return `[${text}](${node.href})`;
    if (node.matches("code")) return `\`${text}\``;
    return node.matches("b, .kind") ? `**${text}**` : text;
  };
  const line = (node) => inline(node).replace(/\s+/g, " ").trim();
  const reasons = [...row.details.querySelectorAll("p")].map((part) => `${line(part)}\n`);
  const evidence = [...row.details.querySelectorAll("li")].map((part) => `- ${line(part)}\n`);
  return `\n### ${row.title}\n\n${[reasons.join("\n"), evidence.join("")].filter(Boolean).join("\n")}`;
}

/** Add to a row what only this table has. */
function complete(row) {
  const { element, parts } = row;
  row.cells = { criterion: row.title };
  for (const cell of element.querySelectorAll("td[data-column]")) {
    row.cells[cell.dataset.column] = cell.textContent.replace(/\s+/g, " ").trim();
  }
  row.edge = element.dataset.edge;
  row.kinds = element.dataset.kinds.split(" ");
  row.differs = element.dataset.differs === "true";
  row.recheck = element.dataset.recheck;
  row.details = parts[1].querySelector("details");
}

/** Put a box into a row that picks it. */
function addBox(row) {
  const label = document.createElement("label");
  label.className = "compare__pick";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "pick";
  box.value = row.id;
  box.setAttribute("aria-label", `Pick ${row.title}`);
  label.append(box);
  row.element.querySelector("th").prepend(label);
  row.box = box;
}

/** The evidence of a row stands on its own page; show it in the table, too. Without a network the link to it stays. */
async function addEvidence(row) {
  if (row.evidence) return;
  row.evidence = true;
  const { href } = row.element.querySelector("th a");
  try {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(answer.statusText);
    // The article alone: the page's own style may not be applied here.
    const article = (await answer.text()).split("<article").pop();
    const page = new DOMParser().parseFromString(`<article${article}`, "text/html");
    const list = page.querySelector("#how-we-know ~ .evidence");
    for (const link of list.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), href);
    row.details.append(document.adoptNode(list));
  } catch {
    row.evidence = false;
  }
}

/** Words are looked for in the evidence as well, which stands in the published data. */
async function learnWords(rows, data) {
  try {
    const published = await (await fetch(data)).json();
    for (const { id, evidence, true_for: versions } of published.rows) {
      const row = rows.find((other) => other.id === id);
      const words = evidence.flatMap((entry) => [entry.kind, entry.title ?? "", entry.says]);
      if (row) row.text += ` ${[...words, versions].join(" ").toLowerCase()}`;
    }
  } catch {
    // What the table itself says is found.
  }
}

/** Bring the table in `root` to life. */
export function start(root) {
  const form = root.querySelector("form");
  const mine = form.elements.mine;
  const today = new Date().toISOString().slice(0, 10);
  const presets = JSON.parse(root.dataset.presets);
  const columns = Object.keys(COLUMNS);
  const visibleColumns = (state) => columns.filter((column) => !state.hide.includes(column));
  const idsOf = (rows) => rows.map((row) => row.id);
  // Rows that were picked are compared with all that is known of them, and the address need not say so.
  const comparing = (state) => state.rows.length > 0 && state.open.length === 0;
  let compared = "";
  let picking = false;

  startTable(root, {
    noun: "rows",
    singles: ["preset", "sort"],
    lists: LISTS,
    partsOf: (element) => [element, element.nextElementSibling],
    values(rows, valuesOf) {
      const ids = new Set(idsOf(rows));
      return { hide: valuesOf("column"), rows: ids, pick: ids, open: ids };
    },
    matches: (row, state) => matches(row, { ...state, presetRows: presets[state.preset] }, today),
    orderOf: (state) => (state.rows.length ? state.rows : presets[state.preset]),
    copies: {
      markdown: (rows, base, state) =>
        toMarkdown(rows, visibleColumns(state), base) + (comparing(state) ? rows.map(toNotes).join("") : ""),
      csv: (rows, base, state) => toCsv(rows, visibleColumns(state), base),
    },
    chips: (state) => [
      ...state.hide.map((column) => ({
        text: `Without ${COLUMNS[column]}`,
        part: { hide: state.hide.filter((other) => other !== column) },
        filter: true,
      })),
      ...(state.pick.length ? [{ text: `${state.pick.length} picked`, part: { pick: [] } }] : []),
      ...(state.rows.length ? [{ text: `${state.rows.length} compared`, part: { rows: [], pick: state.rows } }] : []),
    ],
    afterAll: (state) => ({ pick: state.rows }),
    asked: (rows, show) => learnWords(rows, root.dataset.words).then(show),
    ready(rows, change, stateNow) {
      for (const row of rows) {
        complete(row);
        if (row.recheck <= today) {
          row.element
            .querySelector('[data-column="checked"]')
            .insertAdjacentHTML("beforeend", ' <span class="compare__stale">due for a new check</span>');
        }
        addBox(row);
        row.box.addEventListener("change", () => {
          const picked = stateNow().pick.filter((id) => id !== row.id);
          change({ pick: row.box.checked ? [...picked, row.id] : picked });
        });
        row.details.firstElementChild.addEventListener("click", (event) => {
          const state = stateNow();
          if (comparing(state)) return;
          event.preventDefault();
          const open = state.open.filter((id) => id !== row.id);
          change({ open: row.details.open ? open : [...open, row.id] }, true);
        });
      }
      form.addEventListener("change", ({ target: { name } }) => {
        if (name !== "column") return;
        change({ hide: [...form.querySelectorAll("[name=column]:not(:checked)")].map((input) => input.value) });
      });
      mine.addEventListener("click", () => {
        const { pick } = stateNow();
        picking = pick.length === 0 && !picking;
        change(pick.length ? { rows: pick, pick: [], open: [] } : {}, pick.length === 0);
      });
    },
    show(state, rows) {
      const all = comparing(state);
      const entered = all && compared !== state.rows.join();
      compared = all ? state.rows.join() : "";
      for (const row of rows) {
        row.box.checked = state.pick.includes(row.id);
        if (!all || entered) row.details.open = all ? state.rows.includes(row.id) : state.open.includes(row.id);
        if (row.details.open) addEvidence(row);
      }
      for (const column of columns) {
        const hidden = state.hide.includes(column);
        for (const cell of root.querySelectorAll(`[data-column="${column}"]`)) cell.hidden = hidden;
      }
      for (const cell of root.querySelectorAll("[colspan]")) cell.colSpan = visibleColumns(state).length;
      for (const input of form.querySelectorAll("[name=column]")) input.checked = !state.hide.includes(input.value);
      mine.textContent = state.pick.length ? `Compare ${state.pick.length}` : "Pick rows";
      mine.setAttribute("aria-pressed", picking || state.pick.length > 0);
      mine.hidden = state.rows.length > 0;
      root.classList.toggle("compare--picking", !mine.hidden && (picking || state.pick.length > 0));
      root.classList.toggle("compare--compared", state.rows.length > 0);
    },
  });
}
