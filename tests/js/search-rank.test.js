// What comes before what: messages before words, more of a query before less, whatever the scores are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doubts, find, load } from "../../docs/assets/js/search-core.js";

const page = (url, words, title = "Page") => [url, title, "", "", "", [], "", words];
const engineOf = (pages, more = {}) => load({ pages, synonyms: {}, boosts: {}, ...more });
const urlsOf = (engine, query) => find(engine, query).map(({ url }) => url);
const doubted = (engine, query) => doubts(engine, query).map(({ word }) => word);

// Messages -----------------------------------------------------------------------------------------

// Of twelve words, and so of ten runs of three.
const MESSAGE = "va vb vc vd ve vf vg vh vi vj vk vl";
const SAID = engineOf([page("message/", ""), page("latency/", "latency")], { asked: [["message/", MESSAGE]] });

test("a piece in its order is found among as many words of others, and not among more", () => {
  assert.deepEqual(urlsOf(SAID, "va vb vc zqa"), ["message/"]);
  assert.deepEqual(urlsOf(SAID, "va vb vc zqa zqb zqc"), []);
});

test("three of five words find a message in any order, whatever says nothing stands between them", () => {
  for (const query of ["vc va vb zqa zqb", "the vc of the va and vb zqa zqb"]) {
    assert.deepEqual(urlsOf(SAID, query), ["message/"], query);
    assert.deepEqual(urlsOf(SAID, `${query} zqc`), [], query);
  }
});

test("a piece of a message whose words say nothing is enough", () => {
  const engine = engineOf([page("message/", "latency")], { asked: [["message/", "it is not so as that was then"]] });
  assert.deepEqual(urlsOf(engine, "it is not"), ["message/"]);
  assert.deepEqual(urlsOf(engine, "is it not"), []);
});

test("a word that stands alone between two gaps of a message is not asked for", () => {
  const engine = engineOf([page("message/", "latency")], { asked: [["message/", "not so: … as by … vs … of"]] });
  assert.deepEqual(urlsOf(engine, "not so it is our that"), ["message/"]);
});

test("numbers differ from case to case, names with a digit do not", () => {
  const engine = engineOf([page("message/", "latency")], { asked: [["message/", "it is not so"]] });
  assert.deepEqual(urlsOf(engine, "it 3 is not"), ["message/"]);
  assert.deepEqual(urlsOf(engine, "it x3 is x3 not"), []);
});

test("of messages that stand whole in a text the longer one comes first", () => {
  const engine = engineOf([page("a-short/", ""), page("b-long/", "")], {
    asked: [
      ["a-short/", "va vb vc vd ve"],
      ["b-long/", "va vb vc vd ve vf vg"],
    ],
  });
  assert.deepEqual(urlsOf(engine, "va vb vc vd ve vf vg vh"), ["b-long/", "a-short/"]);
});

test("three words of a message may be meant as words, five are meant as the message", () => {
  const titled = "va vb vc vd ve";
  const engine = engineOf([page("message/", ""), page("words/", "", titled)], {
    asked: [
      ["message/", MESSAGE],
      ["message/", `${MESSAGE} vm vn vo`],
    ],
  });
  assert.deepEqual(urlsOf(engine, "vc va ve"), ["words/", "message/"]);
  assert.deepEqual(urlsOf(engine, "vc va ve vb"), ["words/", "message/"]);
  assert.deepEqual(urlsOf(engine, "vc va ve vb vd"), ["message/", "words/"]);
});

// Words --------------------------------------------------------------------------------------------

test("two words that are one name with a line below are looked for as that, too", () => {
  const engine = engineOf([page("save/", "state_dict"), page("other/", "latency")]);
  assert.ok(find(engine, "state dict")[0].words.includes("state_dict"));
});

test("the id of a section is no word of its page", () => {
  const engine = engineOf([["p/", "Page", "", "", "", ["one", "first", "two", "second"], "||", "||"]]);
  for (const id of ["one", "two"]) assert.deepEqual(urlsOf(engine, id), []);
});

test("a word is in no doubt whose other form a page has", () => {
  const engine = engineOf([page("one/", "prediction convert")]);
  assert.deepEqual(doubted(engine, "predicting"), []);
  assert.deepEqual(doubted(engine, "converter"), []);
  assert.deepEqual(doubted(engine, "prodiction"), ["prodiction"]);
});

test("a name is in no doubt if pages have all of its parts that say something, and more than one", () => {
  const engine = engineOf([page("one/", "linear layer")]);
  assert.deepEqual(doubted(engine, "to_linear_layer"), []);
  assert.deepEqual(doubted(engine, "to_linear"), ["to_linear"]);
});

test("what is in doubt is not explained by what stands behind six hundred letters", () => {
  const engine = engineOf([page("latency/", "latency")], {
    symptoms: [{ all: [["sluggish"], ["app"]], pages: ["latency/"] }],
  });
  assert.deepEqual(doubted(engine, `sluggish${" ".repeat(500)}app`), []);
  assert.deepEqual(doubted(engine, `sluggish${" ".repeat(600)}app`), ["sluggish"]);
});

// The word, what resembles it, and what it means ---------------------------------------------------

/** A page of an index with a text in one of its fields. */
const one = (url, field, text) => [
  url,
  field === "title" ? text : "Page",
  "",
  "",
  field === "description" ? text : "",
  [],
  "",
  field === "words" ? text : "",
];

test("the word in a text comes before one in a title that only looks like it", () => {
  const engine = engineOf([one("a-alike/", "title", "attantion"), one("z-exact/", "words", "attention")]);
  assert.deepEqual(urlsOf(engine, "attention"), ["z-exact/", "a-alike/"]);
});

test("a longer word in a title comes before the word in a description", () => {
  const engine = engineOf([one("a-exact/", "description", "attention"), one("z-longer/", "title", "attentional")]);
  assert.deepEqual(urlsOf(engine, "attention"), ["z-longer/", "a-exact/"]);
});

test("a page with both words, one of them longer, in its title comes before one that describes them", () => {
  const engine = engineOf([
    one("a-both/", "description", "gradient tape"),
    one("b-title/", "title", "gradients taped"),
    one("c-first/", "title", "gradient"),
  ]);
  assert.deepEqual(urlsOf(engine, "gradien tape"), ["b-title/", "a-both/", "c-first/"]);
});

const meaning = (synonyms, typed, meant) =>
  urlsOf(
    engineOf([one("typed/", typed, "pickle"), one("meant/", ...meant)], { synonyms: { pickle: synonyms } }),
    "pickle",
  );

test("what a word means counts half of what the word does where both stand in a text", () => {
  assert.deepEqual(meaning(["save"], "words", ["words", "save"]), ["typed/", "meant/"]);
  assert.deepEqual(meaning(["save"], "title", ["title", "save"]), ["typed/", "meant/"]);
  assert.deepEqual(meaning(["save"], "words", ["title", "save"]), ["meant/", "typed/"]);
});

test("of two meanings of a word both count, and one of them little", () => {
  assert.deepEqual(meaning(["save", "dump"], "description", ["title", "save"]), ["typed/", "meant/"]);
  assert.deepEqual(meaning(["save", "dump"], "description", ["title", "save dump"]), ["meant/", "typed/"]);
});

test("of three meanings two are enough", () => {
  assert.deepEqual(meaning(["save", "dump", "store"], "title", ["title", "save dump"]), ["meant/", "typed/"]);
});
