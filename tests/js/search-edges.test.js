// Where the search draws its lines: how much of a message, how long a query, how near a word.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtful, doubts, find, load } from "../../docs/assets/js/search-core.js";

const page = (url, words, title = "Page") => [url, title, "", "", "", [], "", words];
const engineOf = (pages, more = {}) => load({ pages, synonyms: {}, boosts: {}, ...more });
const urlsOf = (engine, query) => find(engine, query).map(({ url }) => url);

// Messages -----------------------------------------------------------------------------------------

// Of twelve words, and so of ten runs of three.
const MESSAGE = "va vb vc vd ve vf vg vh vi vj vk vl";
const SAID = engineOf([page("message/", ""), page("latency/", "latency")], { asked: [["message/", MESSAGE]] });
const words = MESSAGE.split(" ");
const isQuoted = (query) => urlsOf(SAID, query).includes("message/");

test("a message that is there is found, whatever stands around it, in the first 20,000 letters", () => {
  const around = (count) => "zq ".repeat(count);
  assert.ok(isQuoted(`${around(3000)}${MESSAGE}`));
  assert.ok(!isQuoted(`${around(7000)}${MESSAGE}`));
});

test("four of a message's runs are enough in a long text, three are not", () => {
  const long = (count) => `${"zq ".repeat(300)}${words.slice(0, count).join(" ")}${" zr".repeat(300)}`;
  assert.ok(isQuoted(long(6)));
  assert.ok(!isQuoted(long(5)));
});

test("a piece of a message is found by itself, and not if more than half of what was typed is other words", () => {
  assert.ok(isQuoted("va vb vc"));
  assert.ok(!isQuoted("va vb vc zqa zqb zqc zqd"));
});

test("a message whose words say nothing is found by them", () => {
  const engine = engineOf([page("message/", "latency")], { asked: [["message/", "not so: … vs."]] });
  assert.deepEqual(urlsOf(engine, "Not so vs"), ["message/"]);
  assert.deepEqual(urlsOf(engine, "so not vs"), []);
});

// Symptoms -----------------------------------------------------------------------------------------

const SYMPTOMS = engineOf([page("latency/", "latency", "Latency"), page("other/", "other")], {
  symptoms: [
    { all: [["sluggish"], ["app"]], pages: ["latency/"] },
    { all: [["why"], ["not"]], pages: ["other/"] },
  ],
});

test("a symptom may consist of words that say nothing by themselves", () => {
  assert.deepEqual(urlsOf(SYMPTOMS, "why not"), ["other/"]);
  assert.deepEqual(urlsOf(SYMPTOMS, "why"), []);
});

test("a symptom is looked for in the first 600 letters", () => {
  const after = (length) => `${" ".repeat(length)}app sluggish`;
  assert.deepEqual(urlsOf(SYMPTOMS, after(580)), ["latency/"]);
  assert.deepEqual(urlsOf(SYMPTOMS, after(600)), []);
});

// Lengths ------------------------------------------------------------------------------------------

const PLAIN = engineOf([page("latency/", "latency", "Latency"), page("other/", "a1 b1 c1 d1 e1 f1 g1 h1 i1")]);

test("what a page has not is said of eight words, and of nine no longer", () => {
  const missing = (query) => find(PLAIN, query).find(({ url }) => url === "latency/").missing;
  assert.deepEqual(missing("latency a1 b1 c1 d1 e1 f1 g1"), ["a1", "b1", "c1", "d1", "e1", "f1", "g1"]);
  assert.deepEqual(missing("latency a1 b1 c1 d1 e1 f1 g1 h1"), []);
});

test("words of a message of nine are written right: none is shown in their place", () => {
  const told = (query) => doubtful(doubts(PLAIN, query));
  assert.match(told("latancy a1 b1 c1 d1 e1 f1 g1"), /Showing “latency”/);
  assert.equal(told("latancy a1 b1 c1 d1 e1 f1 g1 h1"), "No page has “latancy”.");
  assert.equal(told("latancy a1 b1 c1 d1 e1 f1 g1 h1 i1"), "No page has “latancy”.");
});

// Readers' words -----------------------------------------------------------------------------------

test("a reader's word is known by its beginning, and with one letter wrong from four letters on", () => {
  const engine = engineOf([page("save/", "save"), page("load/", "load")], {
    synonyms: { pickle: "save", dump: "load", raw: "load" },
  });
  for (const [query, found] of [
    ["pickle", ["save/"]],
    ["pick", ["save/"]],
    ["pickla", ["save/"]],
    ["dumb", ["load/"]],
    ["rew", []],
    ["pi", []],
  ]) {
    assert.deepEqual(urlsOf(engine, query), found, query);
  }
});

test("of two words of readers that are alike the nearer one is meant", () => {
  const engine = engineOf([page("save/", "save"), page("load/", "load")], {
    synonyms: { pickle: "save", pickleball: "load" },
  });
  assert.deepEqual(urlsOf(engine, "pickl"), ["save/"]);
});

// Parts of an index --------------------------------------------------------------------------------

test("headings, names and words of sections are parted", () => {
  const parts = ["one", "first heading", "two", "second heading"];
  const engine = engineOf([["p/", "Page", "", "", "", parts, "aa.bb|cc.dd|ee.ff", "lead|alpha|beta"]]);
  for (const query of ["second", "cc.dd", "ee.ff", "alpha", "beta", "lead"]) {
    assert.equal(find(engine, query)[0]?.url.split("#")[0], "p/", query);
  }
});
