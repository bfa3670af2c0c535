// Which rows of the comparison a state shows, and how they are copied.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, toCsv, toMarkdown } from "../../docs/assets/js/compare.js";

const TODAY = "2026-11-22";
const BASE = "https://example.org/compare/";
const START = {
  q: "",
  preset: "",
  sort: "",
  group: [],
  edge: [],
  evidence: [],
  only: [],
  hide: [],
  rows: [],
  pick: [],
  open: [],
};
const COLUMNS = ["criterion", "tensorflow", "pytorch", "edge", "evidence", "checked"];
const ROW = {
  id: "onnx-export",
  title: "Export to ONNX",
  cells: {
    criterion: "Export to ONNX",
    tensorflow: "Limited with tf2onnx",
    pytorch: "Strong built in",
    edge: "PyTorch",
    evidence: "executed",
    checked: "22 November 2026",
  },
  group: "deployment",
  edge: "pytorch",
  kinds: ["executed", "sourced"],
  differs: true,
  recheck: "2027-02-20",
  text: "export to onnx: limited with tf2onnx, strong built in",
};

const shown = (part, row = {}) => matches({ ...ROW, ...row }, { ...START, ...part }, TODAY);

test("the start shows every row", () => {
  assert.ok(shown({}));
  assert.ok(shown({}, { differs: false, kinds: ["judged"], recheck: "2020-01-01", text: "" }));
});

for (const [name, right, wrong] of [
  ["group", "deployment", "speed"],
  ["edge", "pytorch", "even"],
  ["rows", "onnx-export", "profiler"],
]) {
  test(`${name} takes one of several`, () => {
    assert.ok(shown({ [name]: [right] }));
    assert.ok(shown({ [name]: [wrong, right] }));
    assert.ok(!shown({ [name]: [wrong] }));
  });
}

test("a preset shows its rows alone", () => {
  assert.ok(shown({ presetRows: ["profiler", "onnx-export"] }));
  assert.ok(!shown({ presetRows: ["profiler"] }));
  assert.ok(!shown({ presetRows: [] }));
});

test("evidence is any of a row's kinds", () => {
  assert.ok(shown({ evidence: ["sourced"] }));
  assert.ok(shown({ evidence: ["measured", "executed"] }));
  assert.ok(!shown({ evidence: ["measured", "judged"] }));
});

test("only rows that differ", () => {
  assert.ok(shown({ only: ["differ"] }));
  assert.ok(!shown({ only: ["differ"] }, { differs: false }));
});

test("only rows with something measured or executed", () => {
  assert.ok(shown({ only: ["proven"] }));
  assert.ok(shown({ only: ["proven"] }, { kinds: ["measured"] }));
  assert.ok(!shown({ only: ["proven"] }, { kinds: ["sourced", "judged"] }));
});

test("only rows that are due, which they are on the day itself", () => {
  assert.ok(!shown({ only: ["stale"] }));
  assert.ok(!shown({ only: ["stale"] }, { recheck: "2026-11-23" }));
  assert.ok(shown({ only: ["stale"] }, { recheck: TODAY }));
  assert.ok(shown({ only: ["stale"] }, { recheck: "2025-12-31" }));
});

test("words are looked for in all of a row", () => {
  assert.ok(shown({ q: "ONNX limited" }));
  assert.ok(!shown({ q: "onnx torchscript" }));
});

test("a row must pass every filter", () => {
  const all = {
    q: "onnx",
    presetRows: ["onnx-export"],
    group: ["deployment"],
    edge: ["pytorch"],
    evidence: ["executed"],
    only: ["differ", "proven", "stale"],
    rows: ["onnx-export"],
  };
  const due = { recheck: TODAY };
  assert.ok(shown(all, due));
  const fails = {
    id: "other",
    group: "speed",
    edge: "even",
    kinds: ["measured"],
    differs: false,
    text: "",
    recheck: "2027-01-01",
  };
  for (const [name, value] of Object.entries(fails)) assert.ok(!shown(all, { ...due, [name]: value }), name);
});

test("what is hidden, picked, opened or sorted changes no filter", () => {
  assert.ok(shown({ hide: ["edge"], pick: ["profiler"], open: ["profiler"], sort: "-edge", preset: "lead" }));
});

test("rows are copied as a Markdown table with links", () => {
  const other = { ...ROW, id: "a|b", title: "A | B", cells: { ...ROW.cells, tensorflow: "Good `a | b`" } };
  assert.equal(
    toMarkdown([ROW, other], COLUMNS, BASE),
    "| Criterion | TensorFlow | PyTorch | Edge | Evidence | Checked |\n" +
      "| --- | --- | --- | --- | --- | --- |\n" +
      `| [Export to ONNX](${BASE}onnx-export/) | Limited with tf2onnx | Strong built in | PyTorch | executed | 22 November 2026 |\n` +
      `| [A \\| B](${BASE}a|b/) | Good \`a \\| b\` | Strong built in | PyTorch | executed | 22 November 2026 |\n`,
  );
});

test("hidden columns are not copied", () => {
  assert.equal(toMarkdown([ROW], ["edge"], BASE), "| Edge |\n| --- |\n| PyTorch |\n");
  assert.equal(toCsv([ROW], ["edge"], BASE), `Edge,Address\r\nPyTorch,${BASE}onnx-export/\r\n`);
});

test("no rows are a table without rows", () => {
  assert.equal(toMarkdown([], ["edge", "checked"], BASE), "| Edge | Checked |\n| --- | --- |\n");
  assert.equal(toCsv([], ["edge", "checked"], BASE), "Edge,Checked,Address\r\n");
});

test("rows are copied as CSV with an address, each line with the end that the standard asks for", () => {
  assert.equal(
    toCsv([ROW], COLUMNS, BASE),
    "Criterion,TensorFlow,PyTorch,Edge,Evidence,Checked,Address\r\n" +
      `Export to ONNX,Limited with tf2onnx,Strong built in,PyTorch,executed,22 November 2026,${BASE}onnx-export/\r\n`,
  );
});

/** What one cell becomes. */
function cell(text) {
  const lines = toCsv([{ ...ROW, cells: { ...ROW.cells, edge: text } }], ["edge"], BASE);
  return lines.slice("Edge,Address\r\n".length, -`,${BASE}onnx-export/\r\n`.length);
}

test("commas, quotes and line ends are quoted", () => {
  assert.equal(cell("plain; text"), "plain; text");
  assert.equal(cell("a, b"), '"a, b"');
  assert.equal(cell('say "hi"'), '"say ""hi"""');
  assert.equal(cell("a\nb"), '"a\nb"');
  assert.equal(cell("a\r\nb"), '"a\r\nb"');
});

test("what a spreadsheet would run is text", () => {
  for (const sign of ["=", "+", "-", "@", "\t"]) assert.equal(cell(`${sign}1`), `'${sign}1`);
  assert.equal(cell("\r=1"), '"\'\r=1"');
  assert.equal(cell('=HYPERLINK("https://example.org","x")'), '"\'=HYPERLINK(""https://example.org"",""x"")"');
  assert.equal(cell("1 = 1"), "1 = 1");
  assert.equal(cell("– none"), "– none");
});
