// Finds pages for a query: MiniSearch on the index of scripts/search.py. Nothing here touches the page.

import MiniSearch from "./vendor/minisearch.js";

const FIELDS = ["title", "headings", "names", "description", "words"];
const BOOST = { title: 5, headings: 2, names: 2, description: 2, words: 1 };
// How much of a query a page answers that has the word itself, a longer one, or one that looks alike.
const EXACT = 1;
const LONGER = 0.9;
const ALIKE = 0.6;
// A name that was typed counts whole; so does its last part. The parts before that say little of what was meant.
const PART = 0.3;

const STOP = new Set(
  ("a an and are as at be but by can do does for from has have how i if in into is it its like my no not of on or our" +
    " so than that the their them then there these they this to vs was we what when where which who why will with" +
    " you your use using versus equivalent better best").split(" "),
);

/** The names in a text, each whole first and then in parts: at dots, at underscores, at capitals. */
function* namesIn(text) {
  for (const [name] of text.matchAll(/c\+\+|[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/giu)) {
    // Most are plain words; an index is full of them.
    if (!/[._]|[a-z][A-Z]/.test(name)) {
      yield [name];
      continue;
    }
    const dotted = name.split(".");
    // `torch.nn.Linear` is `nn.Linear` to most.
    const parts = new Set(dotted.map((_, index) => dotted.slice(index).join(".")));
    for (const part of dotted) {
      for (const piece of [part, ...part.split("_")]) {
        parts.add(piece);
        // Before a capital and a small letter, so that ReLU is one word.
        for (const word of piece.split(/(?<=[a-z])(?=[A-Z][a-z])/)) parts.add(word);
      }
    }
    yield [...parts];
  }
}

/** The words of a text: names whole and in parts, so that `relu` finds `nn.ReLU` and `torch.compile` itself. */
export function tokenize(text) {
  const found = [];
  for (const parts of namesIn(text)) found.push(...parts);
  return found;
}

/** A word as it is compared: lower case, singular, with z where the British write s; null for one that says nothing. */
export function term(word) {
  const lower = word.toLowerCase().replace(/is(e[drs]?|ing|ations?)$/, "iz$1");
  if (STOP.has(lower)) return null;
  return lower.length > 3 && lower.endsWith("s") && !/(ss|us|is|js)$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** An engine for an index as `scripts/search.py` writes it. */
export function load({ pages, synonyms, lists }) {
  const known = new Set();
  const processTerm = (word) => {
    const found = term(word);
    if (found) known.add(found);
    return found;
  };
  const search = new MiniSearch({ fields: FIELDS, tokenize, processTerm, storeFields: [] });
  const entries = pages.map(([url, title, kind, framework, description, parts, names, words], id) => {
    const sections = [];
    for (let index = 0; index < parts.length; index += 2) sections.push({ id: parts[index], title: parts[index + 1] });
    return { id, url, title, kind, framework, description, sections, headings: parts.filter((_, i) => i % 2).join(" "), names, words };
  });
  search.addAll(entries);
  const meanings = new Map(Object.entries(synonyms).map(([word, meant]) => [term(word), meant]));
  // A synonym is found with a typing error, too.
  const aliases = new MiniSearch({ idField: "word", fields: ["word"], tokenize: (text) => [text] });
  aliases.addAll([...meanings.keys()].filter(Boolean).map((word) => ({ word })));
  return { search, entries, meanings, aliases, known, lists: new Map(Object.entries(lists)) };
}

/** The word with two letters in their right order, if that is one of the index; else itself. */
function straighten(word, known) {
  if (known.has(word) || word.length < 4) return word;
  for (let index = 1; index < word.length; index++) {
    const swapped = word.slice(0, index - 1) + word[index] + word[index - 1] + word.slice(index + 1);
    if (known.has(swapped)) return swapped;
  }
  return word;
}

/** The words of a query with their weights: what was typed, its parts, and two words that are one name. */
function wordsOf(query, { known, meanings }) {
  const weights = new Map();
  const add = (word, weight) => word && weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  const typed = [];
  for (const [whole, ...parts] of namesIn(query)) {
    const word = term(whole);
    typed.push(whole.toLowerCase());
    if (parts.length === 0) add(word && straighten(word, known), 1);
    // Nobody else writes it as one: what is in it is all there is to find.
    else {
      const last = term(whole.split(".").at(-1));
      add(word, 1);
      for (const part of parts.map(term)) add(part, part === last || !known.has(word) ? 1 : PART);
    }
  }
  for (let index = 1; index < typed.length; index++) {
    for (const joint of ["", "_"]) {
      const joined = term(typed[index - 1] + joint + typed[index]);
      // `state dict` is a name of the framework, `keras model` one of our variables: nobody knows which.
      if (known.has(joined) || meanings.has(joined)) add(joined, joint ? PART : 1);
    }
  }
  return new Map([...weights].slice(0, 16));
}

/** What readers' words mean in the words of the pages. */
function meant(words, { meanings, aliases, known }) {
  const found = words.flatMap((word) => {
    if (meanings.has(word)) return meanings.get(word);
    if (known.has(word) || word.length < 4) return [];
    return aliases.search(word, { fuzzy: 1, prefix: true }).slice(0, 1).map(({ id }) => meanings.get(id));
  });
  return [...new Set(found.flatMap(tokenize).map(term).filter(Boolean))];
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

/** How much of a query a page answers, from 0 to 1. */
function shareOf(found, weights) {
  let total = 0;
  let got = 0;
  for (const [word, weight] of weights) {
    total += weight;
    if (found.terms.includes(word)) got += weight * EXACT;
    else if (found.queryTerms.includes(word)) got += weight * (found.terms.some((one) => one.startsWith(word)) ? LONGER : ALIKE);
  }
  return total ? got / total : 0;
}

/** The pages that answer a query, the best first: `{url, title, section, kind, framework, description, words}`. */
export function find(engine, query, limit = 10) {
  const { search, entries, known, lists } = engine;
  const weights = wordsOf(query.slice(0, 200), engine);
  const words = [...weights.keys()];
  if (words.length === 0) return [];
  const last = words.at(-1);
  const asked = { tokenize: (text) => text.split(" "), processTerm: (word) => word, boost: BOOST };
  const typed = {
    ...asked,
    boostTerm: (word) => weights.get(word),
    prefix: (word) => word === last || word.length > 5,
    // A word that pages hold is meant nearly as it is: `bilinear` is not `linear`.
    fuzzy: (word) => (word.length < (known.has(word) ? 7 : 4) ? false : word.length > 7 && !known.has(word) ? 2 : 1),
    weights: { fuzzy: 0.35, prefix: 0.5 },
  };
  const scores = new Map();
  const add = (found, weight) => scores.set(found.id, (scores.get(found.id) ?? 0) + found.score * weight);
  for (const found of search.search(words.join(" "), typed)) add(found, shareOf(found, weights) ** 1.5);
  const others = meant(words, engine);
  if (others.length) {
    for (const found of search.search(others.join(" "), asked)) {
      add(found, 0.5 * Math.min(1, found.queryTerms.length / Math.min(2, others.length)) ** 1.5);
    }
  }
  return [...scores]
    .map(([id, score]) => [entries[id], score * (lists.get(entries[id].url) ?? 1)])
    .sort(([one, high], [other, low]) => low - high || (one.url < other.url ? -1 : 1))
    .slice(0, limit)
    .map(([entry]) => {
      const section = sectionOf(entry, words);
      const { title, kind, framework, description } = entry;
      return { url: entry.url + (section ? `#${section.id}` : ""), title, section: section?.title ?? "", kind, framework, description, words };
    });
}
