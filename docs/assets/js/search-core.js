// Finds pages for a query: MiniSearch on the index of scripts/search.py. Nothing here touches the page.

import MiniSearch from "./vendor/minisearch.js";

const FIELDS = ["title", "headings", "names", "description", "words"];
const BOOST = { title: 5, headings: 2, names: 2, description: 2, words: 1 };
// Pages that name everything would come up for anything.
const LISTS = { "all/": 0.2, "examples/programs/": 0.4, "about/article/": 0.45, "examples/": 0.6, "tools/": 0.6, "": 0.6 };

const STOP = new Set(
  ("a an and are as at be but by can do does for from has have how i if in into is it its like my no not of on or our" +
    " so than that the their them then there these they this to vs was we what when where which who why will with" +
    " you your use using versus equivalent better best").split(" "),
);

/** The words of a text: names whole and in parts, so that `relu` finds `nn.ReLU` and `torch.compile` itself. */
export function tokenize(text) {
  const found = [];
  for (const [name] of text.matchAll(/[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/gu)) {
    found.push(name);
    const parts = name.split(/[._]|(?<=[a-z])(?=[A-Z])/);
    if (parts.length > 1) found.push(...parts);
  }
  return found;
}

/** A word as it is compared: lower case, singular; null for one that says nothing. */
export function term(word) {
  const lower = word.toLowerCase();
  if (STOP.has(lower)) return null;
  return lower.length > 3 && lower.endsWith("s") && !/(ss|us|is|js)$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** An engine for an index as `scripts/search.py` writes it. */
export function load({ pages, synonyms }) {
  const search = new MiniSearch({ fields: FIELDS, tokenize, processTerm: term, storeFields: [] });
  const entries = pages.map(([url, title, kind, framework, description, parts, names, words], id) => {
    const sections = [];
    for (let index = 0; index < parts.length; index += 2) sections.push({ id: parts[index], title: parts[index + 1] });
    return { id, url, title, kind, framework, description, sections, headings: parts.filter((_, i) => i % 2).join(" "), names, words };
  });
  search.addAll(entries);
  return { search, entries, meanings: new Map(Object.entries(synonyms).map(([word, meant]) => [term(word), meant])) };
}

/** The section of a page whose heading holds the most of the words; null where the title has as many. */
function sectionOf(entry, words) {
  const count = (text) => {
    const has = new Set(tokenize(text).map(term));
    return words.filter((word) => has.has(word)).length;
  };
  let best = null;
  let most = count(entry.title);
  for (const section of entry.sections) {
    const found = count(section.title);
    if (found > most) [best, most] = [section, found];
  }
  return best;
}

/** The pages that answer a query, the best first: `{url, title, section, kind, framework, description, words}`. */
export function find({ search, entries, meanings }, query, limit = 10) {
  const words = [...new Set(tokenize(query.slice(0, 200)).map(term).filter(Boolean))].slice(0, 12);
  if (words.length === 0) return [];
  const last = words.at(-1);
  const options = {
    processTerm: (word) => word,
    tokenize: (text) => text.split(" "),
    boost: BOOST,
    prefix: (word) => word === last || word.length > 5,
    fuzzy: (word) => (word.length > 7 ? 2 : word.length > 3 ? 1 : false),
    weights: { fuzzy: 0.35, prefix: 0.5 },
  };
  const whole = (list) => ({ queries: list, combineWith: "OR", ...options });
  const scores = new Map();
  const add = (found, weight, total) => {
    for (const result of found) {
      const share = Math.min(1, new Set(result.queryTerms).size / total);
      scores.set(result.id, (scores.get(result.id) ?? 0) + result.score * weight * share ** 1.5);
    }
  };
  add(search.search(whole(words)), 1, words.length);
  const meant = words.flatMap((word) => tokenize(meanings.get(word) ?? "").map(term)).filter(Boolean);
  if (meant.length) add(search.search(whole(meant), { fuzzy: false, prefix: false }), 0.5, Math.min(2, meant.length));
  return [...scores]
    .map(([id, score]) => [entries[id], score * (LISTS[entries[id].url] ?? 1)])
    .sort(([one, high], [other, low]) => low - high || one.url.localeCompare(other.url))
    .slice(0, limit)
    .map(([entry]) => {
      const section = sectionOf(entry, words);
      const { title, kind, framework, description } = entry;
      return { url: entry.url + (section ? `#${section.id}` : ""), title, section: section?.title ?? "", kind, framework, description, words };
    });
}
