// What the tables of the comparison and of the examples keep in the address, and how they order their rows.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hasWords,
  idIn,
  inOrder,
  markdownCell,
  parse,
  query,
  revealing,
  serialize,
} from "../../docs/assets/js/address.js";
import { complaint, near } from "../../docs/assets/js/near.js";

const SINGLES = ["preset", "sort"];
const LISTS = ["group", "pick"];
const KNOWN = {
  preset: new Set(["lead", "student"]),
  sort: new Set(["edge", "-edge"]),
  group: new Set(["speed", "deployment"]),
  pick: new Set(["onnx-export", "profiler"]),
};
const START = { q: "", preset: "", sort: "", group: [], pick: [] };

const read = (search) => parse(search, KNOWN, SINGLES, LISTS);
const stateOf = (search) => read(search).state;

test("an address without a query asks for the start", () => {
  for (const search of ["", "?", "?q=&preset=&group=&group=,,"]) {
    assert.deepEqual(read(search), { state: START, unknown: [] }, search);
  }
});

test("an address names words, one value, or several", () => {
  assert.deepEqual(read("?q=slow+start&sort=-edge&group=speed,deployment&pick=profiler"), {
    state: { q: "slow start", preset: "", sort: "-edge", group: ["speed", "deployment"], pick: ["profiler"] },
    unknown: [],
  });
});

const said = (search) => read(search).unknown.map((one) => one.said);
const meant = (search) => read(search).unknown.map(({ word, ours }) => near(word, ours));

test("what asks for nothing of ours is passed over, and the rest is taken", () => {
  const { state, unknown } = read("?preset=boss&group=speed,style,style&sort=edge&view=cards&__proto__=1&toString=2");
  assert.deepEqual(state, { ...START, sort: "edge", group: ["speed"] });
  assert.match(complaint(unknown), /: preset=boss, group=style\. The rest/);
});

test("a name or a value with a letter or two wrong is named with the word of ours", () => {
  for (const [search, word] of [
    ["?gruop=speed", "group"],
    ["?groups=speed", "group"],
    ["?prest=lead", "preset"],
    ["?shrot=edge", ""],
    ["?sotr=edge", "sort"],
    ["?pcik=profiler", "pick"],
    ["?group=deploymnt", "deployment"],
    ["?group=Deploymnets", "deployment"],
    ["?preset=studnet", "student"],
    ["?pick=onnx-exprot", "onnx-export"],
    ["?sort=egde", "edge"],
  ]) {
    assert.deepEqual(meant(search), [word], search);
  }
});

test("names and values are known in any case", () => {
  assert.deepEqual(read("?Group=SPEED,Deployment&SORT=-Edge&Q=ReLU"), {
    state: { ...START, q: "ReLU", sort: "-edge", group: ["speed", "deployment"] },
    unknown: [],
  });
});

test("a value that is not known leaves the one before it", () => {
  assert.deepEqual(read("?sort=edge&sort=price").state, { ...START, sort: "edge" });
  assert.deepEqual(said("?sort=edge&sort=price"), ["sort=price"]);
});

test("the last of several values is taken where there can be one", () => {
  assert.equal(stateOf("?preset=lead&preset=student").preset, "student");
  assert.equal(stateOf("?q=one&q=two").q, "two");
});

test("a list takes a value once, however often an address repeats it", () => {
  assert.deepEqual(stateOf("?group=speed,speed").group, ["speed"]);
  assert.deepEqual(stateOf("?group=speed&group=deployment,speed").group, ["speed", "deployment"]);
});

test("what campaigns, chats and mails add to links is passed over", () => {
  for (const name of ["utm_source", "fbclid", "gclid", "mc_cid", "igshid", "ref", "s", "t", "src", "_ga", "si", "zz"]) {
    const { state, unknown } = read(`?${name}=pytorch&sort=edge`);
    assert.deepEqual(state, { ...START, sort: "edge" }, name);
    assert.equal(complaint(unknown), "", name);
  }
});

test("a query has at most 100 letters, and no half of one", () => {
  assert.equal(stateOf(`?q=${"x".repeat(101)}`).q, "x".repeat(100));
  const { q } = stateOf(`?q=${"x".repeat(99)}${encodeURIComponent("🔥🔥")}`);
  assert.equal(q, `${"x".repeat(99)}🔥`);
  assert.equal(stateOf(serialize({ ...START, q })).q, q);
});

test("an address longer than 4000 letters is cut", () => {
  const search = `?q=${"x".repeat(3996)}`;
  assert.deepEqual(read(`${search}&${"group=speed&".repeat(9)}`), {
    state: { ...START, q: "x".repeat(100) },
    unknown: [],
  });
  assert.deepEqual(read(`?group=${"speed,".repeat(5000)}`).state.group, ["speed"]);
});

test("an address that is badly encoded is read as far as it can be", () => {
  for (const search of ["?q=%E0%A4%A", "?q=%", "?q=%00", "?&&=&=x"]) {
    assert.doesNotThrow(() => serialize(stateOf(search)), search);
  }
});

test("the start has no query", () => {
  assert.equal(serialize(START), "");
});

test("a state is an address that a person can read", () => {
  const state = { ...START, q: "state dict", sort: "-edge", pick: ["onnx-export", "profiler"] };
  assert.equal(serialize(state), "?q=state+dict&sort=-edge&pick=onnx-export,profiler");
});

test("what an address says comes back from it", () => {
  const states = [
    { q: "a+b & c=d, e#f?g" },
    { q: "100% “größer” 🔥 \\ / ' \"" },
    { q: " two  spaces " },
    { preset: "lead", sort: "-edge" },
    { group: ["speed", "deployment"], pick: ["profiler", "onnx-export"] },
    { q: "x", preset: "student", sort: "edge", group: ["deployment"], pick: ["profiler"] },
  ];
  for (const part of states) {
    const state = { ...START, ...part };
    assert.deepEqual(read(serialize(state)), { state, unknown: [] });
  }
});

test("a complaint names five things at most, in 200 letters at most, and what was meant", () => {
  const all = (...names) => names.map((name) => ({ said: name, word: name, ours: ["edge"] }));
  assert.equal(complaint([]), "");
  assert.match(complaint(all("view")), /does not know: view\. The rest is shown\./);
  assert.match(complaint(all("a", "b", "c", "d", "e", "f")), /: a, b, c, d, e\. /);
  assert.ok(complaint(all("x".repeat(5000))).length < 320);
  assert.match(complaint([{ said: "", word: "egde", ours: ["edge"] }]), /: egde\. Did you mean edge\? The rest/);
  assert.equal(complaint([{ said: "", word: "fbclid", ours: ["edge"] }]), "");
  const several = ["egde", "view", "srot", "egde"].map((word) => ({ said: word, word, ours: ["edge", "sort"] }));
  assert.match(complaint(several), /: egde, view, srot, egde\. Did you mean edge, sort\? The rest/);
});

test("the end of an address is an id, in any case; what cannot be read is none", () => {
  assert.equal(idIn("#ONNX-Export"), "onnx-export");
  assert.equal(idIn("#gr%C3%B6%C3%9Fe"), "größe");
  for (const hash of ["", "#", "#%E0%A4%A"]) assert.equal(idIn(hash), "", hash);
});

test("of the filters of a state those are taken off that hide a row", () => {
  const start = { q: "", sort: "", group: [], edge: [] };
  const matches = (row, state) =>
    (state.group.length === 0 || state.group.includes(row.group)) &&
    (state.edge.length === 0 || state.edge.includes(row.edge)) &&
    row.text.includes(state.q);
  const row = { group: "speed", edge: "pytorch", text: "onnx export" };
  const state = { q: "onnx", sort: "-edge", group: ["deployment"], edge: ["pytorch"] };
  assert.deepEqual(revealing(row, state, start, matches), { state: { ...state, group: [] }, hiding: ["group"] });
  const all = { q: "lite", sort: "", group: ["deployment"], edge: ["tensorflow"] };
  assert.deepEqual(revealing(row, all, start, matches), { state: start, hiding: ["q", "group", "edge"] });
  assert.deepEqual(revealing(row, start, start, matches).hiding, []);
});

test("a text is found by all of the words, in any order and case", () => {
  const text = "exports to onnx, with dynamic shapes";
  for (const query of ["", "  ", "onnx", "Shapes ONNX", "dyn\texp"]) assert.ok(hasWords(text, query), query);
  for (const query of ["onnx torchscript", "shapes, onnx"]) assert.ok(!hasWords(text, query), query);
});

test("a word with a hyphen is found however it is written", () => {
  for (const text of ["batchnorm1d", "batch norm", "batch-norm", "batch normalisation: momentum"])
    assert.ok(hasWords(text, "batch-norm"), text);
  assert.ok(!hasWords("layer norm", "batch-norm"));
});

const ROWS = [
  { id: "a", rank: 2, order: 0 },
  { id: "b", rank: 10, order: 1 },
  { id: "c", rank: 2, order: 2 },
  { id: "d", rank: 1, order: 10 },
];
const names = (rows, sort) =>
  inOrder(
    [...rows],
    sort,
    (row, column) => row[column],
    (row) => row.order,
  )
    .map((row) => row.id)
    .join("");

test("rows are sorted up and down, and equal ones stay as written both ways", () => {
  assert.equal(names(ROWS, "rank"), "dacb");
  assert.equal(names(ROWS, "-rank"), "bacd");
});

test("without a column rows stay as they are", () => {
  assert.equal(names(ROWS.toReversed(), ""), "dcba");
});

test("the order does not depend on how rows stood before", () => {
  const [a, b, c, d] = ROWS;
  for (const rows of [
    [d, c, b, a],
    [c, a, d, b],
    [b, d, a, c],
  ]) {
    assert.equal(names(rows, "rank"), "dacb");
    assert.equal(names(rows, "-rank"), "bacd");
  }
});

test("text is sorted as text", () => {
  const rows = ["pytorch", "jax", "tensorflow"].map((id, order) => ({ id: id[0], name: id, order }));
  assert.equal(names(rows, "name"), "jpt");
  assert.equal(names(rows, "-name"), "tpj");
});

test("a cell of a Markdown table holds bars and backslashes", () => {
  assert.equal(markdownCell("plain `code`"), "plain `code`");
  assert.equal(markdownCell("a | b || c"), "a \\| b \\|\\| c");
  assert.equal(markdownCell("a \\| b \\"), "a \\\\\\| b \\\\");
});

test("the query of the address is read, also while a part of it is held back", () => {
  globalThis.location = "https://example.org/compare/?group=speed#here";
  try {
    assert.equal(query({ dataset: {} }), "?group=speed");
    assert.equal(
      query({ dataset: { held: "https://example.org/compare/?q=onnx&group=speed" } }),
      "?q=onnx&group=speed",
    );
  } finally {
    delete globalThis.location;
  }
});
