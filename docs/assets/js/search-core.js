// Finds pages for a query: MiniSearch on the index of scripts/publish/search_index.py. Nothing here touches the page.

import MiniSearch from "./vendor/minisearch.js";

const FIELDS = ["title", "headings", "names", "description", "words"];
const BOOST = { title: 5, headings: 2, names: 2, description: 2, words: 1 };
// How much of a query a page answers that has the word itself, a longer one, or one that looks alike.
const EXACT = 1;
const LONGER = 0.9;
const ALIKE = 0.6;
// A name that was typed counts whole; so does its last part. The parts before that say little of what was meant.
const PART = 0.3;
// What is longer than a question is a message that was pasted: its words are written right.
const LONG = 9;
const MOST_LETTERS = 600;
const MANY = 8;
const MOST_WORDS = 40;
// So many words of a message in their order are one of its runs; a traceback may stand before it.
const RUN = 3;
const MOST_PASTED = 20_000;

const STOP = new Set(
  (
    "a an and are as at be but by can do does for from has have how i if in into is it its like my no not of on or our" +
    " so than that the their them then there these they this to vs was we what when where which who why will with" +
    " you your use using versus equivalent better best doesn didn don isn t s"
  ).split(" "),
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

/** An engine for an index as `scripts/publish/search_index.py` writes it. */
export function load({ pages, synonyms, boosts, asked = [], symptoms = [] }) {
  const known = new Set();
  const processTerm = (word) => {
    const found = term(word);
    if (found) known.add(found);
    return found;
  };
  const search = new MiniSearch({ fields: FIELDS, tokenize, processTerm, storeFields: [] });
  const entries = pages.map(([url, title, kind, framework, description, parts, names, words], id) => {
    // The first part of names and words stands before the first section.
    const [namesIn, wordsIn] = [names.split("|").slice(1), words.split("|").slice(1)];
    const sections = [];
    for (let index = 0; index < parts.length; index += 2) {
      const text = [namesIn[index / 2], wordsIn[index / 2]].filter(Boolean).join(" ");
      sections.push({ id: parts[index], title: parts[index + 1], text });
    }
    return {
      id,
      url,
      title,
      kind,
      framework,
      description,
      sections,
      headings: parts.filter((_, i) => i % 2).join(" "),
      names: names.replaceAll("|", " "),
      words: words.replaceAll("|", " "),
    };
  });
  search.addAll(entries);
  // A heading that many pages have is a part of their form, and says little of what stands below it.
  const headings = new Map();
  for (const { title } of entries.flatMap(({ sections }) => sections)) {
    headings.set(title, (headings.get(title) ?? 0) + 1);
  }
  for (const section of entries.flatMap(({ sections }) => sections)) {
    if (headings.get(section.title) > MANY) section.text = "";
  }
  const idOf = new Map(entries.map(({ id, url }) => [url, id]));
  const sizeOf = (text) => new Set(tokenize(text).map(term)).size;
  // What frameworks and readers say is searched, but is no word that a page has.
  const heard = new Set();
  const hear = (word) => {
    const found = term(word);
    if (found) heard.add(found);
    return found;
  };
  const said = new MiniSearch({ fields: ["asked"], tokenize, processTerm: hear });
  const sayings = asked.map(([url, text], id) => {
    return { id, asked: text, page: idOf.get(url), size: sizeOf(text), runs: runsOf(text) };
  });
  said.addAll(sayings);
  const meanings = new Map(Object.entries(synonyms).map(([word, meant]) => [term(word), meant]));
  // A synonym is found with a typing error, too.
  const aliases = new MiniSearch({ idField: "word", fields: ["word"], tokenize: (text) => [text] });
  aliases.addAll([...meanings.keys()].filter(Boolean).map((word) => ({ word })));
  return {
    search,
    said,
    sayings,
    heard,
    entries,
    meanings,
    aliases,
    known,
    symptoms,
    boosts: new Map(Object.entries(boosts)),
  };
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
  return weights;
}

/** The words of a query that are looked for. Of a message only those that a page has: the rest names other things. */
function lookedFor(query, engine) {
  const all = wordsOf(query, engine);
  const words = [...all];
  const kept = words.length < LONG ? words : words.filter(([word]) => hasWord(engine, word));
  return new Map((kept.length ? kept : words).slice(0, MOST_WORDS));
}

/** Whether a word is one of the pages' or of those that readers say for one. */
const hasWord = ({ known, meanings }, word) => known.has(word) || meanings.has(word);

/** A pasted text without what differs from case to case: addresses, paths, numbers. */
function cleaned(query) {
  return query
    .slice(0, MOST_LETTERS)
    .replace(/https?:\/\/\S+|(?:[\w.-]*[\\/]){2,}[\w.-]*|\b0x[0-9a-f]+\b|\bline \d+/gi, " ")
    .replace(/(?<![\w.])[-+]?\d+(?:\.\d+)*(?:e[-+]?\d+)?(?![\w.])/gi, (number) => (query.length > 60 ? " " : number));
}

const plainWords = (query) => query.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Runs of words of a text, each as long as `size` says. */
function* runsIn(words, size) {
  for (let end = size; size && end <= words.length; end++) yield words.slice(end - size, end).join(" ");
}

/** The words of a text without numbers, which differ from case to case. */
const steadyWords = (text) => plainWords(text).filter((word) => !/^\d/.test(word));

/** The runs of a message; `…` in it stands for what differs from case to case. */
function runsOf(message) {
  const pieces = message.split("…").map(steadyWords);
  return new Set(pieces.flatMap((words) => (words.length > 1 ? [...runsIn(words, Math.min(RUN, words.length))] : [])));
}

/** The pages whose message stands in a query word by word, or of whose message the query is a piece, with scores. */
function quoting(query, { sayings }) {
  const words = steadyWords(query.slice(0, MOST_PASTED));
  const pasted = new Set([...runsIn(words, RUN), ...runsIn(words, RUN - 1)]);
  const most = Math.max(1, words.length - RUN + 1);
  const scores = new Map();
  for (const { page, runs } of sayings) {
    const same = [...runs].filter((run) => pasted.has(run)).length;
    const share = Math.max(same / Math.min(runs.size, most), Math.min(1, same / MANY));
    if (same && share >= 0.5) scores.set(page, Math.max(scores.get(page) ?? 0, share + same / 50));
  }
  return scores;
}

/** Whether a word is one of a group; `*` at the end of one stands for any ending. */
const isOne = (word, group) =>
  group.some((one) => (one.endsWith("*") ? word.startsWith(one.slice(0, -1)) : word === one));

/** The words of a query that any symptom knows, as they are compared. */
function wordsOfSymptoms(query, { symptoms }) {
  const groups = symptoms.flatMap(({ all }) => all);
  return new Set(
    plainWords(query)
      .filter((word) => groups.some((group) => isOne(word, group)))
      .map(term),
  );
}

/** The pages that explain what a reader sees, by a word of each group that a symptom asks for. */
function explaining(query, { symptoms, entries }) {
  const words = plainWords(query);
  const found = symptoms.filter(({ all }) => all.every((group) => words.some((word) => isOne(word, group))));
  const urls = [...new Set(found.flatMap(({ pages }) => pages.map((page) => page.split("#")[0])))];
  return urls.map((url) => entries.find((entry) => entry.url === url)?.id).filter((id) => id !== undefined);
}

/** How words that were typed are looked for: as they begin, and with a letter or two wrong. */
function typedOptions(engine, weights) {
  const words = [...weights.keys()];
  const pasted = words.length >= LONG;
  return {
    ...AS_IT_IS,
    boostTerm: (word) => weights.get(word) ?? 1,
    prefix: (word) => !pasted && (word === words.at(-1) || word.length > 5),
    // A word that pages hold is meant nearly as it is: `bilinear` is not `linear`.
    fuzzy: (word) => {
      const known = engine.known.has(word);
      if (pasted || word.length < (known ? 7 : 4)) return false;
      return word.length > 7 && !known ? 2 : 1;
    },
    weights: { fuzzy: 0.35, prefix: 0.5 },
  };
}

const AS_IT_IS = { tokenize: (text) => text.split(" "), processTerm: (word) => word, boost: BOOST };

/** A word without an ending that makes no other word of it. */
const stem = (word) => word.replace(/(?:ies?|y|e?s|ing|e[dr]?|ers|ions?)$/, "");

/**
 * The words of a query that no page has, each with what is shown in its place: `{word, shown}`, `shown` being empty
 * where nothing resembles it. A reader is told: who asks for `conv3d` must know that `conv2d` is what they get.
 */
export function doubts(engine, query) {
  const { known, search, heard } = engine;
  const weights = lookedFor(cleaned(query), engine);
  const understood = explaining(query.slice(0, MOST_LETTERS), engine).length ? wordsOfSymptoms(query, engine) : heard;
  const typed = [...namesIn(cleaned(query))];
  const pasted = wordsOf(cleaned(query), engine).size >= LONG;
  const found = new Map();
  typed.forEach(([whole, ...parts], at) => {
    const last = whole.split(".").at(-1);
    const word = term(parts.length && !known.has(term(whole)) ? last : whole);
    if (!word || /^\d/.test(word) || hasWord(engine, word) || found.has(word)) return;
    if (heard.has(word) || understood.has(word)) return;
    const pieces = last.split("_").map(term).filter(Boolean);
    if (pieces.length > 1 && pieces.every((piece) => hasWord(engine, piece))) return;
    const beside = [typed[at - 1], typed[at + 1]].map(
      (other, after) => other && (after ? word + other[0] : other[0] + word),
    );
    if (beside.some((joint) => joint && hasWord(engine, term(joint)))) return;
    let shown = [];
    const straight = straighten(word, known);
    if (straight !== word) shown = [straight];
    else if (!pasted) {
      const results = search.search(word, typedOptions(engine, weights)).slice(0, 3);
      const terms = [...new Set(results.flatMap((result) => result.terms))];
      // A word that is still being typed, or the stem of one, is in no doubt.
      if (terms.some((one) => one.startsWith(word) || stem(one) === stem(word))) return;
      shown = terms.length ? terms.slice(0, 2) : aliasOf(engine, word);
    }
    found.set(word, { word: parts.length ? last : whole, shown });
  });
  return [...found.values()];
}

/** What to say of words that no page has; empty if there are none. */
export function doubtful(list) {
  if (list.length === 0) return "";
  const quoted = (words) => words.map((word) => `“${word}”`).join(" or ");
  const few = list.slice(0, 3);
  const more = list.length > few.length ? ` and ${list.length - few.length} more of these words` : "";
  const said = `No page has ${quoted(few.map(({ word }) => word))}${more}.`;
  const shown = [...new Set(few.flatMap((one) => one.shown))];
  return shown.length ? `${said} Showing ${quoted(shown)}.` : said;
}

/** The word of readers that a word with a typing error stands for, as a list of one; empty for none. */
function aliasOf({ aliases, known }, word) {
  if (known.has(word) || word.length < 4) return [];
  return aliases
    .search(word, { fuzzy: 1, prefix: true })
    .slice(0, 1)
    .map(({ id }) => id);
}

/** What readers' words mean in the words of the pages. */
function meant(words, engine) {
  const { meanings } = engine;
  const found = words.flatMap((word) =>
    meanings.has(word) ? meanings.get(word) : aliasOf(engine, word).map((alias) => meanings.get(alias)),
  );
  return [...new Set(found.flatMap(tokenize).map(term).filter(Boolean))];
}

/**
 * The section of a page that answers: the one whose heading holds more of the words than the title; else the one that
 * alone has words which stand in no title or heading. Null where the page as a whole answers.
 */
function sectionOf(entry, words) {
  const count = (text) => {
    const has = new Set(tokenize(text).map(term));
    return words.filter((word) => has.has(word)).length;
  };
  const titled = count(entry.title);
  let best = null;
  let most = titled;
  for (const section of entry.sections) {
    const found = count(section.title);
    if (found > most) [best, most] = [section, found];
  }
  if (best || titled) return best;
  const counts = entry.sections.map((section) => count(section.text));
  const highest = Math.max(...counts);
  return highest > 0 && highest > count(entry.description) ? entry.sections[counts.indexOf(highest)] : null;
}

/** How much of a query a page answers, from 0 to 1. */
function shareOf(found, weights) {
  let total = 0;
  let got = 0;
  for (const [word, weight] of weights) {
    total += weight;
    if (found.terms.includes(word)) got += weight * EXACT;
    else if (found.queryTerms.includes(word))
      got += weight * (found.terms.some((one) => one.startsWith(word)) ? LONGER : ALIKE);
  }
  return total ? got / total : 0;
}

/**
 * The pages that answer a query, the best first: `{url, title, section, kind, framework, description, words, missing}`;
 * `missing` are words of a short query that the page has not.
 */
export function find(engine, query, limit = 10) {
  const { search, said, sayings, entries, boosts } = engine;
  const text = cleaned(query);
  const weights = lookedFor(text, engine);
  const words = [...weights.keys()];
  const explained = explaining(query.slice(0, MOST_LETTERS), engine);
  const quoted = quoting(query, engine);
  if (words.length === 0 && explained.length === 0 && quoted.size === 0) return [];
  const scores = new Map();
  const has = new Map();
  const add = (id, score) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const found of search.search(words.join(" "), typedOptions(engine, weights))) {
    add(found.id, found.score * shareOf(found, weights) ** 1.5);
    has.set(found.id, new Set(found.queryTerms));
  }
  const others = meant(words, engine);
  if (others.length) {
    for (const found of search.search(others.join(" "), AS_IT_IS)) {
      add(found.id, found.score * 0.5 * Math.min(1, found.queryTerms.length / Math.min(2, others.length)) ** 1.5);
    }
  }
  // A message counts as far as it is there, or as far as all that was pasted is of it.
  const spoken = [...new Set(tokenize(text).map(term).filter(Boolean))];
  const most = Math.max(0, ...scores.values());
  const heardBest = new Map();
  for (const found of said.search(spoken.join(" "), { ...AS_IT_IS, boost: {} })) {
    const { page, size } = sayings[found.id];
    const same = found.queryTerms.length;
    const share = same / Math.min(size, spoken.length);
    if (same < 3 || share < 0.6) continue;
    const score = most * share * (spoken.length < 5 ? 0.6 : 1.2) + found.score * share;
    heardBest.set(page, Math.max(score, heardBest.get(page) ?? 0));
  }
  for (const [id, score] of heardBest) add(id, score);
  for (const [id, score] of quoted) add(id, (most + 10) * score);
  explained.forEach((id, place) => {
    add(id, (most + 10) * (place ? 0.75 : 1));
  });
  return [...scores]
    .map(([id, score]) => [entries[id], score * (boosts.get(entries[id].url) ?? 1)])
    .sort(([one, high], [other, low]) => low - high || (one.url < other.url ? -1 : 1))
    .slice(0, limit)
    .map(([entry]) => {
      const section = explained.includes(entry.id) ? null : sectionOf(entry, words);
      const { title, kind, framework, description } = entry;
      const found = has.get(entry.id);
      const isMissing = (word) => weights.get(word) === 1 && engine.known.has(word) && !found.has(word);
      return {
        url: entry.url + (section ? `#${section.id}` : ""),
        title,
        section: section?.title ?? "",
        kind,
        framework,
        description,
        words,
        missing: found && words.length < LONG ? words.filter(isMissing) : [],
      };
    });
}
