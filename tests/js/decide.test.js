// The path through the decision in an address, and the answer as Markdown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, serialize, toMarkdown, toRecord } from "../../docs/assets/js/decide.js";

const ADDRESS = "https://example.org/decide/?a=today.nothing";
const row = (name) => ({
  title: `Row ${name}`,
  url: `https://example.org/compare/${name}/`,
  why: `Because of ${name} | that.`,
  edge: "PyTorch",
  kinds: ["executed", "sourced"],
  checked: "2026-11-22",
  recheck_by: "2027-02-20",
});
const DATA = {
  start: "today",
  questions: [
    {
      id: "today",
      ask: "What runs today?",
      unsure: "nothing",
      answers: [
        { id: "nothing", label: "Nothing", to: "model", says: "You may choose.", rows: ["a"] },
        { id: "tensorflow", label: "TensorFlow", to: "stay", says: "It runs.", rows: ["b"] },
      ],
    },
    {
      id: "model",
      ask: "Whose model?",
      unsure: "theirs",
      answers: [
        { id: "own", label: "Our own", to: "go", says: "It is yours.", rows: ["a", "b"] },
        { id: "theirs", label: "One of others", to: "go", says: "Theirs is there.", rows: [] },
      ],
    },
  ],
  former: [
    { was: "today.none", now: "today.nothing", says: "None is called nothing." },
    { was: "team.big", now: null, says: "The team is not asked for." },
  ],
  rows: { a: row("a"), b: row("b"), c: row("c") },
};
const OUTCOME = {
  answer: "Take PyTorch",
  says: "It is there.",
  plain: ["We use PyTorch.", "It fits.", "It costs a day.", "We give up the other."],
  first: ["Install it.", "Run it."],
  costs: ["A day."],
  flips: ["Another model.", "Another day."],
  watch: ["The days."],
  rows: ["c", "a"],
  checked: "2026-11-22",
  recheck_by: "2027-02-20",
};

const PLAIN =
  "We use PyTorch. It fits. It costs a day. We give up the other. " +
  "We look at this again by 20 February 2027, or earlier if one of the facts behind it changes.";

/** The address of what another one means, where that ends, and what is said of it. */
function read(search) {
  const { steps, place, notes } = parse(search, DATA);
  return [serialize(steps), place, notes];
}

test("an address without a path begins at the start", () => {
  for (const search of ["", "?", "?a=", "?a=,,", "?b=today.nothing"]) assert.deepEqual(read(search), ["", "today", []]);
});

test("a path leads through its answers", () => {
  assert.deepEqual(read("?a=today.nothing"), ["?a=today.nothing", "model", []]);
  assert.deepEqual(read("?a=today.nothing,model.own"), ["?a=today.nothing,model.own", "go", []]);
  assert.deepEqual(read("?a=today.tensorflow"), ["?a=today.tensorflow", "stay", []]);
});

test("every path comes back from its address", () => {
  const firsts = ["nothing", "unsure"];
  const seconds = ["own", "theirs", "unsure"];
  for (const search of firsts.flatMap((one) => seconds.map((two) => `?a=today.${one},model.${two}`))) {
    assert.deepEqual(read(search), [search, "go", []]);
  }
});

test("the order of an address does not matter, the last of two answers counts", () => {
  assert.deepEqual(read("?a=model.own,today.nothing"), ["?a=today.nothing,model.own", "go", []]);
  assert.deepEqual(read("?a=today.nothing,today.tensorflow"), ["?a=today.tensorflow", "stay", []]);
});

test("not knowing takes the safer answer, and stays visible as that", () => {
  const { steps, place } = parse("?a=today.unsure,model.unsure", DATA);
  assert.deepEqual(
    steps.map((step) => [step.answer.id, step.unsure]),
    [
      ["nothing", true],
      ["theirs", true],
    ],
  );
  assert.equal(place, "go");
});

test("an answer that does not exist ends the path, and is named", () => {
  const [address, place, notes] = read("?a=today.nothing,model.rented");
  assert.deepEqual([address, place], ["?a=today.nothing", "model"]);
  assert.deepEqual(notes, ["The link holds what is not asked on this path: model.rented."]);
});

test("what the path does not ask is named, five at most and in 200 letters", () => {
  assert.match(read("?a=today.tensorflow,model.own,x")[2][0], /: model\.own, x\.$/);
  assert.match(read("?a=a.1,b.2,c.3,d.4,e.5,f.6")[2][0], /: a\.1, b\.2, c\.3, d\.4, e\.5\.$/);
  assert.ok(read(`?a=${"x".repeat(3000)}`)[2][0].length < 300);
});

test("an answer of an older version is replaced, or dropped, and that is said", () => {
  assert.deepEqual(read("?a=today.none,model.own"), [
    "?a=today.nothing,model.own",
    "go",
    ["The link is of an older version: None is called nothing."],
  ]);
  assert.deepEqual(read("?a=team.big,today.tensorflow"), [
    "?a=today.tensorflow",
    "stay",
    ["The link is of an older version: The team is not asked for."],
  ]);
});

test("an address holds 30 steps and 4000 letters at most", () => {
  const steps = (count) => Array.from({ length: count }, (_, index) => `x${index}.y,`).join("");
  assert.equal(read(`?a=${steps(29)}today.nothing`)[1], "model");
  assert.equal(read(`?a=${steps(30)}today.nothing`)[1], "today");
  assert.equal(read(`?b=${"x".repeat(4000)}&a=today.nothing`)[1], "today");
});

const taken = (search) => parse(search, DATA).steps;

test("the answer is copied with its path and its reasons, each row once", () => {
  assert.equal(
    toMarkdown(DATA, taken("?a=today.unsure,model.own"), OUTCOME, ADDRESS),
    `**TensorFlow or PyTorch? Take PyTorch.** [Path and reasons](${ADDRESS})

${PLAIN}

1. What runs today? **I don't know (taken as: Nothing).** You may choose.
2. Whose model? **Our own.** It is yours.

Reasons:

- [Row c](https://example.org/compare/c/): Because of c | that. (checked 22 November 2026)
- [Row a](https://example.org/compare/a/): Because of a | that. (checked 22 November 2026)
- [Row b](https://example.org/compare/b/): Because of b | that. (checked 22 November 2026)

What would flip it: Another model. Another day.
`,
  );
});

test("a record holds the decision, its reasons, and what would change it", () => {
  const record = toRecord(DATA, taken("?a=today.nothing,model.own"), OUTCOME, ADDRESS, "2026-11-27");
  assert.equal(
    record,
    `# Decision record: Take PyTorch

- Status: proposed
- Date: 2026-11-27
- Source: ${ADDRESS}

## In plain words

${PLAIN}

## Context

1. What runs today? **Nothing.** You may choose.
2. Whose model? **Our own.** It is yours.

## Decision

Take PyTorch. It is there.

## Reasons

| Row | Why | Edge | Evidence | Checked | Check again by |
| --- | --- | --- | --- | --- | --- |
| [Row c](https://example.org/compare/c/) | Because of c \\| that. | PyTorch | executed, sourced | 2026-11-22 | 2027-02-20 |
| [Row a](https://example.org/compare/a/) | Because of a \\| that. | PyTorch | executed, sourced | 2026-11-22 | 2027-02-20 |
| [Row b](https://example.org/compare/b/) | Because of b \\| that. | PyTorch | executed, sourced | 2026-11-22 | 2027-02-20 |

## First steps

1. Install it.
2. Run it.

## Costs

- A day.

## What would change this decision

- Another model.
- Another day.

## What to watch

- The days.

The reasons are those of TensorFlow vs PyTorch (CC BY 4.0), as of 2026-11-22; check them again by 2027-02-20.
`,
  );
});

test("a record says that an answer was not known", () => {
  const record = (search) => toRecord(DATA, taken(search), OUTCOME, ADDRESS, "2026-11-27");
  assert.match(
    record("?a=today.unsure"),
    /\*\*I don't know \(taken as: Nothing\)\.\*\*.*\n\nWhere the answer was not known/,
  );
  assert.doesNotMatch(record("?a=today.nothing"), /was not known/);
});
