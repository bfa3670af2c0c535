// The search: a dialog, made when it is opened first; its engine and its index are fetched then, too.

const ROOT = new URL("../../", import.meta.url);
const LIMIT = 12;

let dialog = null;
let styled = null; // a promise of its style
let engine = null; // a promise of what answers queries

/** An element with attributes and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The function that finds pages for a query. */
async function loadEngine() {
  const [core, response] = await Promise.all([import("./search-core.js"), fetch(new URL("search/index.json", ROOT))]);
  if (!response.ok) throw new Error(String(response.status));
  const loaded = core.load(await response.json());
  return (query) => core.find(loaded, query, LIMIT);
}

/** What answers queries, fetched once. */
function answers() {
  engine ??= loadEngine();
  return engine;
}

/** The style of the dialog; without it, it is plain but works. */
function loadStyle() {
  return new Promise((resolve) => {
    const link = make("link", { rel: "stylesheet", href: new URL("assets/css/search.css", ROOT) });
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    document.head.append(link);
  });
}

/** The text with the words that were asked for marked. */
function marked(text, words) {
  const long = words.filter((word) => word.length > 1).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (long.length === 0) return [text];
  // Words are compared in the singular and with z; texts have plurals, and s.
  const parts = text.split(new RegExp(`((?:${long.join("|").replaceAll("iz", "i[sz]")})s?)`, "gi"));
  return parts.map((part, index) => (index % 2 ? make("mark", {}, part) : part));
}

function shownResult(result, index, query) {
  const url = new URL(result.url, ROOT);
  // A pair shows one tab: the words let it open the one that holds them.
  if (result.kind === "Example") url.searchParams.set("h", query);
  const title = make("span", { class: "search__title" }, ...marked(result.title, result.words));
  const labels = make("span", { class: "search__labels" }, [result.kind, result.framework].filter(Boolean).join(" · "));
  const parts = [title, labels];
  if (result.section) parts.push(make("span", { class: "search__section" }, "› ", ...marked(result.section, result.words)));
  parts.push(make("span", { class: "search__text" }, ...marked(result.description, result.words)));
  const link = make("a", { href: url, id: `search-${index}`, role: "option", tabindex: "-1", "aria-selected": "false" }, ...parts);
  return link;
}

/** Make the dialog, once. */
function build() {
  const input = make("input", {
    type: "search", id: "search-input", role: "combobox", "aria-expanded": "false", "aria-controls": "search-list",
    "aria-autocomplete": "list", "aria-label": "Search all pages", placeholder: "relu, model.fit, export onnx, …",
    autocomplete: "off", spellcheck: "false", maxlength: "100",
  });
  const close = make("button", { type: "button", class: "search__close" }, "Close");
  const status = make("p", { class: "search__status", role: "status" });
  const again = make("button", { type: "button", class: "search__again", hidden: "" }, "Try again");
  const list = make("div", { id: "search-list", role: "listbox", "aria-label": "Results" });
  const help = make("p", { class: "search__help" }, "No result fits? ", make("a", { href: new URL("all/", ROOT) }, "All pages"), " by kind.");
  const made = make("dialog", { class: "search", "aria-label": "Search" }, make("div", { class: "search__bar" }, input, close), status, again, list, help);

  let chosen = -1;
  const choose = (index) => {
    const options = [...list.children];
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length ? (index + options.length) % options.length : -1;
    const option = options[chosen];
    option?.setAttribute("aria-selected", "true");
    if (chosen > 0) option.scrollIntoView({ block: "nearest" });
    else made.scrollTop = 0;
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = async () => {
    const query = input.value.trim();
    let found = [];
    again.hidden = true;
    // Said only if it takes a while.
    const wait = setTimeout(() => (status.textContent = "Loading the index of the search …"), 200);
    try {
      found = (await answers())(query);
    } catch {
      engine = null; // tried again with the next letter, too
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      status.textContent = "The index of the search cannot be loaded now. Try again, or use the list of all pages.";
      again.hidden = false;
      return;
    } finally {
      clearTimeout(wait);
    }
    if (query !== input.value.trim()) return; // a later letter was faster
    list.replaceChildren(...found.map((result, index) => shownResult(result, index, query)));
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = query === "" ? "" : found.length === 0 ? "No page found. Try one word of it, or the name of a function." : `${found.length} page${found.length > 1 ? "s" : ""}, the best first`;
    chosen = -1;
    if (found.length) choose(0);
    else input.removeAttribute("aria-activedescendant");
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter ends a word of an input method
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.children[Math.max(0, chosen)]?.click();
    }
  });
  again.addEventListener("click", () => {
    input.focus(); // the button is about to go
    show();
  });
  close.addEventListener("click", () => made.close());
  // A click beside the dialog closes it, and so does a result on this very page.
  made.addEventListener("click", (event) => {
    const { left, right, top, bottom } = made.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target === made ? !inside : event.target.closest("a")) made.close();
  });
  made.ask = (query) => {
    if (query) input.value = query;
    input.select();
    return show();
  };
  document.body.append(made);
  return made;
}

/** Open the search, with a query if one is given. */
export async function open(query = "") {
  if (!dialog) {
    dialog = build();
    styled = loadStyle();
    answers().catch(() => {}); // said when it is asked
  }
  await styled;
  if (!dialog.open) dialog.showModal();
  await dialog.ask(query);
}
