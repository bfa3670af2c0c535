// The path through the decision in an address, and the answer as Markdown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, reasons, ruledOut, serialize, toMarkdown, toRecord } from "../../docs/assets/js/decide.js";

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

test("what is answered of an outcome is not asked", () => {
  const said = "The link holds what is not asked on this path: go.on.";
  assert.deepEqual(read("?a=today.nothing,model.own,go.on"), ["?a=today.nothing,model.own", "go", [said]]);
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

test("one answer that was not known is enough to say so", () => {
  const record = toRecord(DATA, taken("?a=today.nothing,model.unsure"), OUTCOME, ADDRESS, "2026-11-27");
  assert.match(record, /Where the answer was not known, the safer one was taken/);
});

// A decision of three questions: what one answer leaves out, and which rows speak for what is left.

const answer = (id, to, rows = []) => ({ id, label: `It is ${id}`, to, says: "So it is.", rows });
const WIDE = {
  start: "first",
  questions: [
    { id: "first", ask: "First?", unsure: "no", answers: [answer("yes", "second", ["judged"]), answer("no", "third")] },
    { id: "second", ask: "Second?", unsure: "no", answers: [answer("yes", "one"), answer("no", "two", ["other"])] },
    { id: "third", ask: "Third?", unsure: "no", answers: [answer("yes", "two"), answer("no", "three", ["beside"])] },
  ],
  former: [],
  outcomes: ["one", "two", "three"].map((id) => ({ id, answer: `Take ${id}` })),
  rows: {
    judged: { ...row("judged"), kinds: ["judged"] },
    sourced: { ...row("sourced"), kinds: ["sourced", "executed"] },
    measured: { ...row("measured"), kinds: ["measured"] },
    executed: { ...row("executed"), kinds: ["executed"] },
    other: { ...row("other"), edge: "TensorFlow" },
    beside: row("beside"),
  },
};
const through = (search) => parse(search, WIDE).steps;
const titles = (side, rows, search) =>
  reasons(WIDE, through(search), { side, rows }).map(({ title }) => title.replace("Row ", ""));

test("reasons are those of the outcome first, of its own framework first, the strongest evidence first", () => {
  const rows = ["judged", "sourced", "measured", "executed", "other"];
  const strongest = ["executed", "measured", "sourced", "judged"];
  assert.deepEqual(titles("pytorch", rows, "?a=first.yes,second.no"), [...strongest, "other"]);
  assert.deepEqual(titles("tensorflow", rows, "?a=first.yes,second.no"), ["other", ...strongest]);
  assert.deepEqual(titles("even", rows, "?a=first.yes,second.no"), ["executed", "other", ...strongest.slice(1)]);
});

test("a row that the answers give and the outcome does not rest on comes after its own", () => {
  assert.deepEqual(titles("tensorflow", ["judged"], "?a=first.yes,second.no"), ["judged", "other"]);
  assert.deepEqual(titles("pytorch", ["sourced"], "?a=first.no,third.no"), ["sourced", "beside"]);
});

test("a row that only other answers give is no reason", () => {
  assert.deepEqual(titles("pytorch", ["executed", "beside", "other"], "?a=first.yes,second.yes"), [
    "executed",
    "judged",
  ]);
});

test("each answer rules out what was in reach before it, and is not after it", () => {
  const left = (search, data = WIDE) =>
    ruledOut(data, through(search)).map(({ step, outcomes }) => [step.question.id, outcomes.map(({ id }) => id)]);
  assert.deepEqual(left("?a=first.yes"), [["first", ["three"]]]);
  assert.deepEqual(left("?a=first.no,third.yes"), [
    ["first", ["one"]],
    ["third", ["three"]],
  ]);
  assert.deepEqual(left("?a=first.yes,second.no"), [
    ["first", ["three"]],
    ["second", ["one"]],
  ]);
  assert.deepEqual(left("?a=first.yes", { ...WIDE, outcomes: undefined }), []);
  const all = { ...WIDE, questions: WIDE.questions.map((each) => ({ ...each, answers: [answer("yes", "one")] })) };
  assert.deepEqual(ruledOut(all, parse("?a=first.yes", all).steps), []);
});

test("a record says what was ruled out, and by which answer", () => {
  const outcome = { ...OUTCOME, rows: ["executed"], side: "pytorch" };
  const record = toRecord(WIDE, through("?a=first.unsure,third.yes"), outcome, ADDRESS, "2026-11-27");
  assert.match(
    record,
    /\n## What was ruled out, and by which answer\n\n- I don't know \(taken as: It is no\): this leaves out Take one\.\n- It is yes: this leaves out Take three\.\n\n## First steps/,
  );
  const several = { ...WIDE, outcomes: [...WIDE.outcomes, { id: "one", answer: "Take it twice" }] };
  assert.match(
    toRecord(several, through("?a=first.no"), outcome, ADDRESS, "2026-11-27"),
    /this leaves out Take one; Take it twice\./,
  );
});
