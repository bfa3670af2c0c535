// Which of our words was meant, and where an address that leads nowhere was to lead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { certain, nearest, tidy } from "../../docs/assets/js/missing.js";
import { distance, near } from "../../docs/assets/js/near.js";

test("the distance counts letters that are wrong, missing, too many, or swapped", () => {
  for (const [one, other, far] of [
    ["", "", 0],
    ["", "abc", 3],
    ["edge", "edge", 0],
    ["egde", "edge", 1],
    ["ege", "edge", 1],
    ["eddge", "edge", 1],
    ["etge", "edge", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ]) {
    assert.equal(distance(one, other), far, `${one} ${other}`);
    assert.equal(distance(other, one), far, `${other} ${one}`);
  }
});

test("a word is near one of ours with one letter wrong, a long one with two", () => {
  const words = ["edge", "sort", "evidence", "preset", "q"];
  for (const [word, meant] of [
    ["egde", "edge"],
    ["EDGE", "edge"],
    ["evdence", "evidence"],
    ["evidanse", "evidence"],
    ["evidanze2", ""],
    ["source", ""],
    ["src", ""],
    ["s", ""],
    ["", ""],
    ["constructor", ""],
  ]) {
    assert.equal(near(word, words), meant, word);
  }
  assert.equal(near("bath", ["path", "bat", "batch"]), "path");
  // One letter for words of three to five letters, two from six on; both words have three at least.
  for (const [word, ours, meant] of [
    ["abx", "abc", "abc"],
    ["axx", "abc", ""],
    ["ab", "abc", ""],
    ["abc", "ab", ""],
    ["bxxch", "batch", ""],
    ["grxxps", "groups", "groups"],
    ["deployme", "deployment", "deployment"],
    ["deploym", "deployment", ""],
  ]) {
    assert.equal(near(word, [ours]), meant, `${word} ${ours}`);
  }
});

test("an address is put as ours are written", () => {
  for (const [path, tidied] of [
    ["", ""],
    ["Tools/ONNX", "tools/onnx/"],
    ["tools/onnx.html", "tools/onnx/"],
    ["tools//onnx/index.html", "tools/onnx/"],
    ["index.htm", ""],
    ["tools/onnx).", "tools/onnx/"],
    ["tools/%22onnx%22", "tools/onnx/"],
    ["notebooks/why_a_port drifts.ipynb", "notebooks/why-a-port-drifts/"],
    ["tools/onnx%3Ffw=pytorch", "tools/onnx/"],
    ["%E0%A4%A", "e0-a4-a/"],
    ["../../x", "x/"],
  ]) {
    assert.equal(tidy(path), tidied, path);
  }
});

test("a page is certain where it is named, or where the named one moved to", () => {
  const pages = { "": "Start", "tools/onnx/": "ONNX" };
  const moved = { "tools/old/": "tools/onnx/#state" };
  assert.equal(certain("", pages, moved), "");
  assert.equal(certain("tools/onnx/", pages, moved), "tools/onnx/");
  assert.equal(certain("tools/old/", pages, moved), "tools/onnx/#state");
  for (const asked of ["onnx/", "tools/onxx/", "constructor/"]) assert.equal(certain(asked, pages, moved), null);
});

test("the nearest pages come first, a few at most, and none to what is like nothing", () => {
  const pages = ["", "all/", "tools/", "tools/onnx/", "tools/onnx-runtime/", "compare/onnx-export/", "tools/keras/"];
  assert.equal(nearest("tools/onxx/", pages)[0], "tools/onnx/");
  assert.equal(nearest("onnx/", pages)[0], "tools/onnx/");
  assert.equal(nearest("en/latest/tools/keras/", pages)[0], "tools/keras/");
  assert.equal(nearest("export-onnx/", pages)[0], "compare/onnx-export/");
  assert.deepEqual(nearest("qqqqqqqqqqqqqqqq/", pages), []);
  const many = Array.from({ length: 20 }, (_, at) => `tools/tool${at}/`);
  assert.equal(nearest("tools/tool/", many).length, 5);
});
