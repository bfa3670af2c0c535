// Material's search asks this worker in place of its own, in its messages: SETUP, READY, QUERY, RESULT. The engine
// and its index are fetched with the first query; Material's index (search/search_index.json) is empty.

const READY = 1;
const QUERY = 2;
const RESULT = 3;
const ROOT = new URL("../../", self.location.href);

let engine;

/** What answers queries, fetched once; a fetch that fails is tried again with the next query. */
async function load() {
  const [core, response] = await Promise.all([import("./search-core.js"), fetch(new URL("search/index.json", ROOT))]);
  if (!response.ok) throw new Error(`the index of the search: ${response.status}`);
  const index = core.load(await response.json());
  return (query) => ({ results: core.find(index, query), note: core.doubtful(core.doubts(index, query)) });
}

// Material's messages have no place for what is to be said of a query as a whole: search-help.js listens here.
const notes = new BroadcastChannel("search-notes");

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The text as HTML, with the words that were asked for marked as Material marks them. */
function marked(text, words) {
  const long = words.filter((word) => word.length > 1).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (long.length === 0) return escaped(text);
  // Words are compared in the singular and with z; texts have plurals, and s.
  const pattern = new RegExp(`((?:${long.join("|").replaceAll("iz", "i[sz]")})s?)`, "gi");
  return text
    .split(pattern)
    .map((part, at) => (at % 2 ? `<mark data-md-highlight>${escaped(part)}</mark>` : escaped(part)))
    .join("");
}

/** A page, and the section that answers best, as items of Material's list. */
function item({ url, title, section, kind, framework, description, words, missing }, rank) {
  const terms = Object.fromEntries(words.map((word) => [word, !missing.includes(word)]));
  const [page] = url.split("#");
  const shown = (location, heading, text) => ({
    location,
    title: marked(heading, words),
    text: marked(text, words),
    score: 1000 - rank,
    terms,
  });
  // Material's tags would say it, too; each would be a navigation without a name.
  const kinds = [kind, framework].filter(Boolean).join(" · ");
  const about = `${kinds}: ${description}`;
  // Where there is a section, Material shows the text of that alone.
  return section ? [shown(page, title, ""), shown(url, section, about)] : [shown(page, title, about)];
}

/** What a reader sees in place of results that cannot be had. */
const sorry = [
  [
    {
      location: "all/",
      title: "The search cannot be loaded now",
      text: "Type on to try again, or open the list of all pages.",
      score: 1,
      terms: {},
    },
  ],
];

async function answer(query) {
  if (!query.trim()) return []; // Material asks that as soon as it is there
  try {
    engine ??= load();
    const { results, note } = (await engine)(query);
    notes.postMessage({ query, note });
    return results.map(item);
  } catch (error) {
    engine = undefined;
    console.warn(error);
    return sorry;
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type !== QUERY) return postMessage({ type: READY });
  // Material adds its engine's signs to what was typed.
  const query = String(data).replaceAll(/[*+~^]|\b\w+:(?=\S)/g, " ");
  postMessage({ type: RESULT, data: { items: await answer(query) } });
});
