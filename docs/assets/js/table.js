// A table that a reader filters, sorts and copies. The address holds its whole state, so that a link shows another
// reader the same rows. compare.js and pairs.js say what is special to each; both read without any of this.

import { copy, go, idIn, inOrder, land, onBack, parse, query, revealing, serialize, tell } from "./address.js";

/** Whether a value is among those that a filter asks for; one that asks for nothing lets all pass. */
export const passes = (wanted, value) => wanted.length === 0 || wanted.includes(value);

/** What a cell says it is sorted by (`data-sort`), as a number if it is one; null where it says nothing. */
export function sortValue(cell) {
  const text = cell.dataset.sort;
  if (text === undefined) return null;
  return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

/** What a cell is sorted by: what it says, else its text; of a row's head the title alone. */
const sortKey = (cell) => sortValue(cell) ?? (cell.querySelector("a") ?? cell).textContent.trim().toLowerCase();

/**
 * Bring the table in `root` to life. Its `options`:
 * - `noun`: what its rows are called;
 * - `singles`, `lists`: what the address can name besides words, with one value or with several;
 * - `partsOf(element)`: the elements that make up a row, if they are more than one;
 * - `values(rows, valuesOf)`: sets of values for those names that have no field of their own in the form;
 * - `matches(row, state)`: whether a row is shown;
 * - `orderOf(state)`: the ids of rows in the order that a state gives them; nothing where that is the table's own;
 * - `copies`: what each button copies, by its value: `(rows, base, state) => text`;
 * - `chips(state)`: what can be taken back besides the filters of the form: `{ text, part, filter }`;
 * - `afterAll(state)`: the part of the state that “Show all” leaves;
 * - `asked(rows, show)`: called when a reader first looks for words;
 * - `ready(rows, change, stateNow)`: called once, before the state is shown;
 * - `show(state, rows)`: shows the part of the state that only this table has.
 */
export function startTable(root, options) {
  const form = root.querySelector("form");
  const table = root.querySelector("table");
  const groups = [...table.tBodies];
  const sorted = document.createElement("tbody");
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => head.dataset.column);
  const status = form.querySelector(".compare__count");
  const note = root.querySelector(".compare__note");
  const filters = form.querySelector("[name=menu]");
  const rows = [...root.querySelectorAll(".compare__row")].map((element, order) => {
    const parts = options.partsOf?.(element) ?? [element];
    return {
      element,
      parts,
      order,
      id: element.id,
      title: element.querySelector("th a").textContent,
      group: element.parentElement.dataset.group,
      text: parts
        .map((part) => part.textContent)
        .join(" ")
        .toLowerCase(),
    };
  });

  const valuesOf = (name) =>
    new Set(
      [...form.querySelectorAll(`[name="${name}"]:not(select), [name="${name}"] option`)].map((one) => one.value),
    );
  const known = {
    ...Object.fromEntries([...options.singles, ...options.lists].map((name) => [name, valuesOf(name)])),
    sort: new Set(columns.flatMap((column) => [column, `-${column}`])),
    ...options.values?.(rows, valuesOf),
  };
  const read = (search) => parse(search, known, options.singles, options.lists);
  let state, unknown, revealed;

  /** Take the state from the address; filters that hide the row it leads to are taken off, there as well. */
  function arrive() {
    ({ state, unknown } = read(query(root)));
    revealed = "";
    const row = rows.find(({ id }) => id === idIn(location.hash));
    if (!row) return;
    const found = revealing(row, state, read("").state, options.matches);
    if (found.hiding.length === 0) return;
    state = found.state;
    go(root, serialize(state), true, `#${row.id}`);
    revealed = `The link leads to “${row.title}”, which its own filters hide; they are taken off: ${found.hiding.join(", ")}.`;
  }
  // Links to parts of the table (`?group=speed#group-speed`), and the state that each asks for.
  const links = new Map(
    [...root.querySelectorAll("[href^='?']")].map((link) => [
      link,
      read(link.getAttribute("href").split("#")[0]).state,
    ]),
  );

  /** The rows that the state shows, in its order. */
  function visibleRows() {
    const visible = rows.filter((row) => options.matches(row, state));
    const ids = options.orderOf?.(state);
    if (ids && !state.sort) return visible.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    const keyOf = (row, column) => sortKey(row.element.cells[columns.indexOf(column)]);
    return inOrder(visible, state.sort, keyOf, (row) => row.order);
  }

  /** Show rows in their groups, or in an order that goes across them. */
  function arrange(visible) {
    const across = Boolean(state.sort || options.orderOf?.(state));
    if (across) {
      sorted.append(...visible.flatMap((row) => row.parts));
      table.append(sorted);
    } else if (sorted.isConnected) {
      for (const group of groups) {
        group.append(...rows.filter((row) => row.group === group.dataset.group).flatMap((row) => row.parts));
      }
      sorted.remove();
    }
    const filled = new Set(visible.map((row) => row.group));
    for (const group of groups) group.hidden = across || !filled.has(group.dataset.group);
  }

  /** Make the page show the state. */
  function show() {
    const visible = visibleRows();
    const shown = new Set(visible);
    for (const row of rows) for (const part of row.parts) part.hidden = !shown.has(row);
    arrange(visible);
    for (const head of heads) {
      const column = head.dataset.column;
      const order = { [column]: "ascending", [`-${column}`]: "descending" }[state.sort];
      if (order) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    }
    for (const input of form.querySelectorAll("[type=checkbox]")) {
      if (state[input.name]) input.checked = state[input.name].includes(input.value);
    }
    for (const select of form.querySelectorAll("select")) select.value = state[select.name];
    if (form.elements.q.value !== state.q) form.elements.q.value = state.q;
    showCount(visible);
    showChips();
    form.querySelector("[type=reset]").hidden = !serialize(state);
    for (const link of links.keys()) {
      if (asks(link)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    tell(note, unknown, revealed);
    options.show?.(state, rows);
    if (state.q) askForWords();
  }

  function showCount(visible) {
    const noun = document.createElement("span");
    noun.className = "compare__noun";
    noun.textContent = ` ${options.noun}${visible.length ? "" : ": loosen a filter, or show all"}`;
    status.replaceChildren(`${visible.length} of ${rows.length}`, noun);
  }

  /** What is filtered, each with a button that takes it back. */
  function showChips() {
    const chips = [];
    for (const name of options.lists) {
      for (const value of state[name]) {
        const input = form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
        if (!input) continue;
        const legend = input.closest("fieldset").querySelector("legend").textContent;
        const text = `${legend}: ${input.closest("label").textContent.trim()}`;
        chips.push({ text, part: { [name]: state[name].filter((other) => other !== value) }, filter: true });
      }
    }
    for (const select of form.querySelectorAll("select")) {
      if (select.value) chips.push({ text: select.selectedOptions[0].textContent, part: { [select.name]: "" } });
    }
    chips.push(...(options.chips?.(state) ?? []));
    const box = root.querySelector(".compare__chips");
    const at = [...box.children].indexOf(document.activeElement);
    box.replaceChildren(
      ...chips.map(({ text, part }) => {
        const chip = document.createElement("button");
        chip.type = "button";
        chip.className = "compare__chip";
        chip.textContent = text;
        chip.setAttribute("aria-label", `Remove ${text}`);
        chip.addEventListener("click", () => change(part));
        return chip;
      }),
    );
    box.hidden = chips.length === 0;
    // The keyboard stays where it was: on the next one, or on what opens the filters.
    if (at >= 0) (box.children[Math.min(at, chips.length - 1)] ?? filters).focus();
    const number = form.querySelector(".compare__number");
    number.textContent = chips.filter((chip) => chip.filter).length;
    number.hidden = number.textContent === "0";
  }

  /** Change the state, and the address with it; `quiet` adds no step for the Back button. */
  function change(part, quiet = false) {
    state = { ...state, ...part };
    unknown = [];
    revealed = "";
    go(root, serialize(state), quiet);
    show();
    // What a filter leaves is seen at once, wherever the reader was.
    const stays = Object.keys(part).every((name) => ["open", "pick", "hide"].includes(name));
    if (!stays && table.getBoundingClientRect().top < 0) table.scrollIntoView();
  }

  let askedForWords = false;
  function askForWords() {
    if (askedForWords) return;
    askedForWords = true;
    options.asked?.(rows, () => state.q && show());
  }

  /** Whether the state is what a link to a part of the table asks for. */
  function asks(link) {
    const wanted = links.get(link);
    return options.lists.every((name) => `${wanted[name]}` === `${state[name]}` || ["pick", "open"].includes(name));
  }

  // Each head becomes a button that sorts by its column: up, down, and as written.
  for (const head of heads) {
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
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.q.addEventListener("focus", askForWords);
  form.addEventListener("input", ({ target: { name, value } }) => {
    if (name === "q") change({ q: value }, true);
  });
  form.addEventListener("change", ({ target: { name, value } }) => {
    if (options.singles.includes(name)) change({ [name]: value });
    if (options.lists.includes(name)) {
      change({ [name]: [...form.querySelectorAll(`[name="${name}"]:checked`)].map((input) => input.value) });
    }
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    change({ ...read("").state, ...options.afterAll?.(state) });
    form.elements.q.focus({ preventScroll: true });
  });
  for (const button of form.querySelectorAll("[name=copy]")) {
    button.addEventListener("click", () => {
      const base = location.origin + location.pathname;
      button.parentElement.dispatchEvent(new Event("menudone"));
      if (button.value === "link") return copy(base + serialize(state), "Link", status);
      const visible = visibleRows();
      return copy(options.copies[button.value](visible, base, state), `${visible.length} ${options.noun}`, status);
    });
  }
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[href^='?']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { group, edge } = asks(link) ? read("").state : links.get(link);
    change({ group, edge });
  });
  onBack(root, () => {
    arrive();
    show();
  });
  startMenus(form);
  startDensity(form.elements.density);

  arrive();
  options.ready?.(rows, change, () => state);
  form.inert = false;
  show();
  // The browser looked for the target before rows were hidden, so look again.
  land(rows, state);
}

/** Menus of the toolbar: one is open at a time, and Escape or a press beside it closes it. */
function startMenus(form) {
  const menus = [...form.querySelectorAll("[name=menu]")];
  const set = (menu, open) => {
    menu.setAttribute("aria-expanded", open);
    menu.nextElementSibling.hidden = !open;
  };
  const isOpen = (menu) => menu.getAttribute("aria-expanded") === "true";
  const closeOthers = ({ target }) => {
    for (const menu of menus) if (!menu.parentElement.contains(target)) set(menu, false);
  };
  for (const menu of menus) {
    menu.addEventListener("click", () => set(menu, !isOpen(menu)));
    menu.nextElementSibling.addEventListener("menudone", () => {
      set(menu, false);
      menu.focus();
    });
  }
  document.addEventListener("pointerdown", closeOthers);
  form.addEventListener("focusin", closeOthers);
  form.addEventListener("keydown", (event) => {
    const open = menus.find(isOpen);
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    set(open, false);
    open.focus();
  });
}

/** A button for rows of one line; it is remembered, and the next page is drawn with it at once (first-script.html). */
function startDensity(button) {
  const { classList } = document.documentElement;
  const show = () => button.setAttribute("aria-pressed", classList.contains("compact"));
  button.addEventListener("click", () => {
    const compact = classList.toggle("compact");
    globalThis.__md_set?.("__density", compact ? "compact" : "comfortable");
    show();
  });
  show();
}
