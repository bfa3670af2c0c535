// What the search says besides its results: questions to start with while nothing is typed, and words that no page has.

const ROOT = new URL("../../", import.meta.url);

/** The letters of a query alone: Material adds signs of its own. */
const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Put questions and notes above the results of the search. */
export async function start(field) {
  const list = document.querySelector("[data-md-component=search-result] .md-search-result__list");
  const note = document.createElement("p");
  note.className = "search-note";
  note.setAttribute("role", "status");
  const help = document.createElement("div");
  help.className = "search-help";
  list.before(note);
  let last = { query: "", note: "" };
  const show = () => {
    // Material leads the keyboard through all links here, hidden ones as well.
    if (field.value.trim()) help.remove();
    else note.after(help);
    note.textContent = letters(last.query) === letters(field.value) ? last.note : "";
    note.hidden = !note.textContent;
  };
  new BroadcastChannel("search-notes").onmessage = ({ data }) => {
    last = data;
    show();
  };
  for (const type of ["input", "keyup", "focus"]) field.addEventListener(type, show);
  field.form.addEventListener("reset", () => setTimeout(show));
  show();
  const response = await fetch(new URL("search/starters.json", ROOT));
  if (!response.ok) return;
  const title = document.createElement("p");
  title.textContent = "Questions to start with";
  const items = document.createElement("ul");
  for (const [question, page] of await response.json()) {
    const link = document.createElement("a");
    link.href = new URL(page, ROOT);
    link.textContent = question;
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
  }
  help.append(title, items);
}
