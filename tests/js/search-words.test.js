// Which words of a query are looked for, how far a word may be off, and what is said of words that no page has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtful, doubts, find, load, term, tokenize } from "../../docs/assets/js/search-core.js";

const page = (url, words, title = "Page", more = {}) => [
  url,
  title,
  "",
  "",
  more.description ?? "",
  more.parts ?? [],
  more.names ?? "",
  words,
];
const engineOf = (pages, more = {}) => load({ pages, synonyms: {}, boosts: {}, ...more });
const urlsOf = (engine, query) => find(engine, query).map(({ url }) => url);

const ENGINE = engineOf([page("a/", "latency trail trial state dict abcd keras keras_core", "Latency")]);
const wordsOf = (query, engine = ENGINE) => find(engine, query)[0]?.words;

test("an ending is changed at the end of a word alone", () => {
  for (const [word, compared] of [
    ["misery", "misery"],
    ["visited", "visited"],
    ["optimisations", "optimization"],
    ["users", "user"],
    ["issues", "issue"],
    ["jsons", "json"],
    ["gpus", "gpus"],
  ])
    assert.equal(term(word), compared);
});

test("a name in a name is found by itself", () => {
  const parts = (text) => new Set(tokenize(text));
  assert.deepEqual(parts("xLa"), new Set(["xLa", "x", "La"]));
  assert.ok(parts("GradientTape.watch").has("GradientTape"));
  assert.ok(parts("batchNorm_layer").has("batchNorm"));
});

// What a pasted message holds that differs from case to case.
for (const [typed, words] of [
  ["http://zq.org/zr", []],
  ["https://zq.org/zr?x=zs", []],
  ["/usr/lib/zq.py", []],
  ["/zq-1/zr.so/zs", []],
  ["C:\\zq\\zr.py", ["c"]],
  ["zq/zr", ["zq", "zr"]],
  ["0x7f3a", []],
  ["0xzz", ["0xzz"]],
  ["Line 1203", []],
  ["line up", ["line", "up"]],
  ["http zq", ["http", "zq"]],
]) {
  test(`of “${typed}” is looked for: ${words.join(", ") || "nothing"}`, () => {
    assert.deepEqual(wordsOf(`latency ${typed}`), ["latency", ...words]);
    assert.deepEqual(wordsOf(`${typed} latency`), [...words, "latency"]);
  });
}

test("what is left out separates what stands around it", () => {
  assert.deepEqual(wordsOf("latency<0x7f3a>zq"), ["latency", "zq"]);
});

const FAR = " ".repeat(60);

for (const number of ["7", "1203", "-12", "+12", "12.5", "2.13.0", "-0.25", "1e5", "1.5e-10", "12E+10"]) {
  test(`the number ${number} is looked for in a question, and not in a message`, () => {
    assert.deepEqual(wordsOf(`latency${FAR}${number}`), ["latency"]);
    assert.ok(wordsOf(`latency ${number}`).length > 1);
  });
}

for (const name of ["x86", "conv3d", "2d", "v2.5", "cu126"]) {
  test(`${name} is a name, no number`, () => {
    assert.ok(wordsOf(`latency${FAR}${name}`).includes(name));
  });
}

test("a message has more than sixty letters", () => {
  const query = (length) => `latency${" ".repeat(length - 9)}12`;
  assert.deepEqual(wordsOf(query(60)), ["latency", "12"]);
  assert.deepEqual(wordsOf(query(61)), ["latency"]);
});

test("two letters are put right in a word of four that no page has", () => {
  assert.deepEqual(wordsOf("latency abdc"), ["latency", "abcd"]);
  assert.deepEqual(wordsOf("latency bacd"), ["latency", "abcd"]);
  assert.deepEqual(wordsOf("latency trail"), ["latency", "trail"]);
  const short = engineOf([page("a/", "abc latency")]);
  assert.deepEqual(wordsOf("latency acb", short), ["latency", "acb"]);
});

test("of nine words those are looked for that a page has, of eight all", () => {
  const unknown = (count) => Array.from({ length: count }, (_, index) => `zq${"abcdefghij"[index]}`);
  assert.equal(wordsOf(`latency ${unknown(7).join(" ")}`).length, 8);
  assert.deepEqual(wordsOf(`latency ${unknown(8).join(" ")}`), ["latency"]);
});

test("forty words are looked for at most", () => {
  const words = Array.from({ length: 45 }, (_, index) => `w${index}x`).join(" ");
  assert.equal(wordsOf(words, engineOf([page("a/", words)])).length, 40);
});

// What a page has not ------------------------------------------------------------------------------

const NAMES = engineOf([
  page("a/", "latency"),
  page("b/", "torch jit script nn state dict batchnorm eager", "Other", { names: "torch.jit.script state_dict" }),
]);
const missing = (query) => find(NAMES, query).find(({ url }) => url === "a/").missing;

for (const [query, words] of [
  ["latency", []],
  ["latency eager", ["eager"]],
  ["latency zqzq", []],
  // The parts of a name that a page has whole say little, but for the last.
  ["latency torch.jit.script", ["torch.jit.script", "script"]],
  // Of a name that nobody has, each part counts.
  ["latency torch.jit.eager", ["eager", "torch", "jit"]],
  ["latency batch norm", ["batchnorm"]],
  ["latency state dict", ["state", "dict"]],
]) {
  test(`of “${query}” a page is told to lack: ${words.join(", ") || "nothing"}`, () => {
    assert.deepEqual([...missing(query)].sort(), [...words].sort());
  });
}

test("of a message nothing is told to be missing", () => {
  const query = "latency torch jit script eager batchnorm nn state";
  assert.equal(missing(query).length, 7);
  assert.deepEqual(missing(`${query} dict`), []);
});

test("words of readers and explanations are found on a page that has none of the words", () => {
  const engine = engineOf([page("a/", "latency"), page("b/", "eager")], { synonyms: { quick: "eager" } });
  const [found] = find(engine, "quick");
  assert.deepEqual([found.url, found.missing], ["b/", []]);
});

// How far a word may be off ------------------------------------------------------------------------

const finds = (query, ...words) => urlsOf(engineOf(words.map((word) => page(`${word}/`, word))), query);

for (const [query, words, found] of [
  // The word that is still typed is looked for as it begins; one before it, if it is long.
  ["comp", ["compile"], ["compile/"]],
  ["comp other", ["compile"], []],
  ["depre other", ["deprecate"], []],
  ["deprec other", ["deprecate"], ["deprecate/"]],
  // A word that no page has may be wrong in a letter from four on, in two from eight on.
  ["tpx", ["tpu"], []],
  ["lorx", ["lora"], ["lora/"]],
  ["qxantxz", ["quantiz"], []],
  ["qxantxze", ["quantize"], ["quantize/"]],
  // A word that pages have is meant as it is, but for one letter from seven on.
  ["linear", ["linear", "linexr"], ["linear/"]],
  ["compile", ["compile", "compixe"], ["compile/", "compixe/"]],
  ["compiler", ["compiler", "compixex"], ["compiler/"]],
]) {
  test(`“${query}” finds of ${words.join(", ")}: ${found.join(", ") || "nothing"}`, () => {
    assert.deepEqual(finds(query, ...words).sort(), found);
  });
}

test("the words of a message are looked for as they are written", () => {
  const words = "compile alpha beta gamma delta epsilon zeta theta".split(" ");
  const pages = [page("a/", words.join(" ")), page("b/", "compixe"), page("c/", "kappa"), page("d/", "kappas_more")];
  const engine = engineOf(pages);
  assert.ok(urlsOf(engine, words.join(" ")).includes("b/"));
  assert.ok(!urlsOf(engine, `${words.join(" ")} kappa`).includes("b/"));
  assert.ok(urlsOf(engine, `${words.join(" ")} kappa`).includes("c/"));
});

// Sections -----------------------------------------------------------------------------------------

test("headings and names are words of their own, and ids are none", () => {
  const parts = ["qux", "alpha", "quux", "gamma"];
  const engine = engineOf([page("a/", "lead|one|two", "Page", { parts, names: "zig|zag|zog" })]);
  for (const query of ["gamma", "zag", "zog", "two"]) assert.equal(urlsOf(engine, query).length, 1, query);
  assert.deepEqual(urlsOf(engine, "qux"), []);
  assert.deepEqual(urlsOf(engine, "zag"), ["a/#qux"]);
  assert.deepEqual(urlsOf(engine, "zog"), ["a/#quux"]);
});

test("the words and names of a section do not run into each other", () => {
  const parts = ["one", "First", "two", "Second"];
  const engine = engineOf([page("a/", "|alpha|beta", "Page", { parts, names: "|zig|zag" })]);
  assert.deepEqual(urlsOf(engine, "zag"), ["a/#two"]);
  assert.deepEqual(urlsOf(engine, "alpha"), ["a/#one"]);
});

test("a heading that more than eight pages have leads nowhere by what stands below it", () => {
  const pages = (count) =>
    Array.from({ length: count }, (_, index) =>
      page(`${index}/`, `|${index ? "other" : "beta"}`, "Page", { parts: ["same", "Same"] }),
    );
  assert.deepEqual(urlsOf(engineOf(pages(8)), "beta"), ["0/#same"]);
  assert.deepEqual(urlsOf(engineOf(pages(9)), "beta"), ["0/"]);
});

test("what the description says is answered by the page, what a section says better by the section", () => {
  const parts = ["one", "First"];
  const more = { parts, description: "About beta." };
  const engine = engineOf([page("a/", "|beta alpha", "Page", more)]);
  assert.deepEqual(urlsOf(engine, "beta"), ["a/"]);
  assert.deepEqual(urlsOf(engine, "beta alpha"), ["a/#one"]);
  assert.deepEqual(urlsOf(engineOf([page("a/", "beta|", "Page", { parts })]), "beta"), ["a/"]);
});

// What readers see and frameworks say --------------------------------------------------------------

const SEEN = engineOf([page("a/", "latency"), page("b/", "other")], {
  symptoms: [
    { all: [["sluggish", "crawl*"], ["app"]], pages: ["nowhere/", "a/#part", "a/"] },
    { all: [["empty"]], pages: ["b/"] },
  ],
});

test("a symptom is known by whole words, or by the beginning of one with a star", () => {
  assert.deepEqual(urlsOf(SEEN, "my app crawls"), ["a/"]);
  assert.deepEqual(urlsOf(SEEN, "crawl app"), ["a/"]);
  for (const query of ["sluggish apricot", "the app calls", "the app is quick", "sluggishly app", "apple crawls"])
    assert.deepEqual(urlsOf(SEEN, query), [], query);
});

test("a symptom is looked for in the first six hundred letters", () => {
  assert.deepEqual(urlsOf(SEEN, `${"x".repeat(590)} empty`), ["b/"]);
  assert.deepEqual(urlsOf(SEEN, `${"x".repeat(600)} empty`), []);
});

test("the page that explains comes first, and others by their words", () => {
  const engine = engineOf([page("a/", "model"), page("b/", "model model model", "Model"), page("c/", "model")], {
    symptoms: [{ all: [["slow"]], pages: ["c/", "a/"] }],
  });
  assert.deepEqual(urlsOf(engine, "slow model").slice(0, 2), ["c/", "a/"]);
  assert.deepEqual(urlsOf(engine, "model")[0], "b/");
});

const SAID = engineOf([page("a/", "model"), page("b/", "model"), page("c/", "deadline exceeded wait")], {
  asked: [
    ["a/", "deadline exceeded after long wait"],
    ["b/", "cannot allocate memory"],
  ],
});

test("a message is known by three of its words, and by more than half of them", () => {
  const first = (query) => urlsOf(SAID, query)[0];
  assert.equal(first("cannot allocate memory"), "b/");
  assert.deepEqual(urlsOf(SAID, "allocate memory"), []);
  assert.equal(first("cannot allocate the memory of it, said somebody else here"), "b/");
  assert.deepEqual(urlsOf(SAID, "cannot see why this would ever allocate such amounts or free memory"), ["b/"]);
  assert.deepEqual(urlsOf(SAID, "deadline long zqa zqb zqc zqd zqe"), ["c/"]);
});

test("a message as a whole comes before a page that has its words", () => {
  assert.equal(urlsOf(SAID, "deadline exceeded after long wait")[0], "a/");
});

// How much of a query a page answers ---------------------------------------------------------------

test("a page that has all of the words comes before one that has one of them in its title", () => {
  const engine = engineOf([page("a/", "alpha beta gamma"), page("b/", "", "Alpha"), page("c/", "alpha")]);
  assert.equal(urlsOf(engine, "alpha beta gamma")[0], "a/");
});

test("the word itself counts more than one that looks alike, and a longer one more than that", () => {
  const engine = engineOf([page("a/", "compixe"), page("b/", "compiler"), page("c/", "compile")]);
  assert.deepEqual(urlsOf(engine, "compile").slice(0, 2), ["c/", "b/"]);
});

test("what readers' words mean counts less than the words themselves", () => {
  const pages = [page("a/", "eager"), page("b/", "quick"), page("c/", "eager graph")];
  assert.deepEqual(urlsOf(engineOf(pages, { synonyms: { quick: "eager" } }), "quick")[0], "b/");
  assert.deepEqual(urlsOf(engineOf(pages, { synonyms: { quick: "eager graph" } }), "quick").at(-1), "a/");
});

test("the title counts more than the words of the text", () => {
  const engine = engineOf([page("a/", "alpha"), page("b/", "", "Alpha"), page("c/", "", "Page", { names: "alpha" })]);
  assert.deepEqual(urlsOf(engine, "alpha"), ["b/", "c/", "a/"]);
});

test("a page is found by its description", () => {
  assert.deepEqual(urlsOf(engineOf([page("a/", "", "Page", { description: "About alpha." })]), "alpha"), ["a/"]);
});

// Doubts -------------------------------------------------------------------------------------------

const DOUBTED = engineOf(
  [page("a/", "conv2d linear quantize load_model torch jit script save load eager bilinear", "Page")],
  { synonyms: { speed: "eager", gpus: "eager" } },
);
const doubted = (query, engine = DOUBTED) =>
  doubts(engine, query).map(({ word, shown }) => [word, ...shown].join(" > "));

for (const [query, said] of [
  ["conv3d", ["conv3d > conv2d"]],
  ["torch.conv3d", ["conv3d > conv2d"]],
  ["zqzq", ["zqzq"]],
  ["zqzq zqzq", ["zqzq"]],
  ["linera", ["linera > linear"]],
  ["2022", []],
  ["save_load", []],
  ["save_zqzq", ["save_zqzq"]],
  ["load model", []],
  ["speed", []],
  ["speef", ["speef > speed"]],
  ["spe", ["spe"]],
  ["quantizer", []],
  ["loads", []],
]) {
  test(`of “${query}” is told: ${said.join(", ") || "nothing"}`, () => assert.deepEqual(doubted(query), said));
}

test("of what resembles a word two are shown, and of a message none", () => {
  const engine = engineOf([page("a/", "lorax loray loraz")]);
  assert.equal(doubts(engine, "lorav")[0].shown.length, 2);
  const eight = "qqa qqb qqc qqd qqe qqf qqg lorav";
  assert.equal(doubts(engine, eight).at(-1).shown.length, 2);
  assert.deepEqual(doubts(engine, `qqh ${eight}`).at(-1).shown, []);
});

test("a symptom that is explained is in no doubt, and one that is not is", () => {
  assert.deepEqual(doubted("app crawls", SEEN), []);
  assert.deepEqual(doubted("app zqzq crawls", SEEN), ["zqzq"]);
  assert.deepEqual(doubted("crawls", SEEN), ["crawls"]);
  assert.equal(doubted(`${"x".repeat(600)} empty`, SEEN).length, 1);
});

test("what frameworks say is in no doubt", () => {
  assert.deepEqual(doubted("allocate", SAID), []);
  assert.deepEqual(doubted("allocate zqzq", SAID), ["zqzq"]);
});

test("words are told one by one, and what is shown for them once", () => {
  assert.equal(doubtful([]), "");
  const list = [
    { word: "a", shown: ["x", "y"] },
    { word: "b", shown: ["x"] },
    { word: "c", shown: [] },
  ];
  assert.equal(doubtful(list), "No page has “a” or “b” or “c”. Showing “x” or “y”.");
  assert.equal(
    doubtful([...list, { word: "d", shown: ["z"] }]),
    "No page has “a” or “b” or “c” and 1 more of these words. Showing “x” or “y”.",
  );
});
