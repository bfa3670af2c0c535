// What the comparison and the list of pairs share: filters that ask for nothing, and cells that say their order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { passes, sortValue } from "../../docs/assets/js/table.js";

test("a filter that asks for nothing lets every value pass", () => {
  assert.ok(passes([], "speed"));
  assert.ok(passes(["deployment", "speed"], "speed"));
  assert.ok(!passes(["deployment"], "speed"));
});

test("a cell says what it is sorted by, as a number if it is one", () => {
  const cases = { 10: 10, "-1.5": -1.5, "2e-7": 2e-7, "2026-11-22": "2026-11-22", strong: "strong", "": "", " ": " " };
  for (const [sort, value] of Object.entries(cases)) assert.equal(sortValue({ dataset: { sort } }), value);
});

test("a cell that says nothing leaves it to the table", () => {
  assert.equal(sortValue({ dataset: {} }), null);
});
