// How the search takes texts apart, and which pages it finds in an index of three.

import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtful, doubts, find, load, term, tokenize } from "../../docs/assets/js/search-core.js";

test("plain words stay as they are", () => {
  assert.deepEqual(tokenize("Save the model, then load it."), ["Save", "the", "model", "then", "load", "it"]);
  assert.deepEqual(tokenize("Größe naïve C++ 2.21 x86"), ["Größe", "naïve", "C++", "2.21", "21", "2", "x86"]);
  assert.deepEqual(tokenize(" – ?! "), []);
});

test("a name is found whole and by its parts", () => {
  assert.deepEqual(tokenize("torch.nn.Linear"), ["torch.nn.Linear", "nn.Linear", "Linear", "torch", "nn"]);
  assert.deepEqual(tokenize("state_dict"), ["state_dict", "state", "dict"]);
  assert.deepEqual(tokenize("GradientTape"), ["GradientTape", "Gradient", "Tape"]);
  assert.deepEqual(tokenize("nn.ReLU"), ["nn.ReLU", "ReLU", "nn"]);
  assert.deepEqual(tokenize("BatchNorm2d"), ["BatchNorm2d", "Batch", "Norm2d"]);
});

test("words are compared in lower case, in the singular, and with z", () => {
  for (const [word, compared] of [
    ["Tensors", "tensor"],
    ["Layers", "layer"],
    ["loss", "loss"],
    ["bus", "bus"],
    ["axis", "axis"],
    ["Keras.js", "keras.js"],
    ["gas", "gas"],
    ["optimise", "optimize"],
    ["optimised", "optimized"],
    ["Quantisation", "quantization"],
    ["normalising", "normalizing"],
    ["nothing", "nothing"],
  ]) {
    assert.equal(term(word), compared);
  }
});

test("a word that says nothing is left out", () => {
  for (const word of ["the", "How", "VERSUS", "best"]) assert.equal(term(word), null);
});

const PAGES = [
  [
    "tools/torchscript/",
    "TorchScript",
    "Tool",
    "PyTorch",
    "Whether to use TorchScript, which is deprecated.",
    ["state", "State of TorchScript", "use", "Use torch.export today"],
    "torch.jit.script",
    "compile deprecated export",
  ],
  [
    "examples/save-and-load/",
    "Save and load weights",
    "Example",
    "both frameworks",
    "How weights are stored in both frameworks.",
    ["notice", "What to notice", "keras", "A checkpoint in Keras"],
    "state_dict load_state_dict",
    "model weights compile",
  ],
  [
    "all/",
    "All pages",
    "",
    "",
    "Every page of this site in one list.",
    ["list", "TorchScript, weights, latency"],
    "",
    "torchscript weights compile bilinear",
  ],
  [
    "compare/latency/",
    "Latency of one request",
    "Comparison",
    "TensorFlow",
    "How long one request takes.",
    [],
    "",
    "performance request compile batchnorm",
  ],
];
const INDEX = {
  pages: PAGES,
  synonyms: { speed: "latency performance", pickle: "save load", equivalent: "" },
  boosts: { "all/": 0.1 },
};
const engine = load(INDEX);
const urls = (query, limit) => find(engine, query, limit).map(({ url }) => url.split("#")[0]);

test("the page whose title has the word comes first", () => {
  assert.equal(urls("torchscript")[0], "tools/torchscript/");
  assert.equal(urls("latency")[0], "compare/latency/");
});

test("a result says what its page is, and which words were looked for", () => {
  assert.deepEqual(find(engine, "Latency of requests")[0], {
    url: "compare/latency/",
    title: "Latency of one request",
    section: "",
    kind: "Comparison",
    framework: "TensorFlow",
    description: "How long one request takes.",
    words: ["latency", "request"],
    missing: [],
  });
});

test("a result leads to the section whose heading has more of the words than the title", () => {
  const [found] = find(engine, "checkpoint keras");
  assert.deepEqual([found.url, found.section], ["examples/save-and-load/#keras", "A checkpoint in Keras"]);
  assert.equal(find(engine, "torchscript")[0].section, "");
  assert.equal(find(engine, "state of torchscript")[0].section, "State of TorchScript");
});

test("a name is found by its last part, by two words, and by itself", () => {
  for (const query of ["torch.jit.script", "jit.script", "script"]) {
    assert.equal(urls(query)[0], "tools/torchscript/", query);
  }
  for (const query of ["state_dict", "state dict", "model.load_state_dict"]) {
    assert.equal(urls(query)[0], "examples/save-and-load/", query);
  }
});

test("two words that are one name are looked for as that", () => {
  assert.deepEqual(urls("batch norm"), ["compare/latency/"]);
  assert.deepEqual(urls("batch normal"), []);
});

test("the word itself counts more than a longer one", () => {
  const pages = ["Compiler", "Compile"].map((title) => [`${title}/`, title, "", "", "", [], "", ""]);
  const found = find(load({ pages: [...pages, ...PAGES], synonyms: {}, boosts: {} }), "compile");
  assert.equal(found[0].title, "Compile");
});

test("typing errors are forgiven", () => {
  for (const query of ["latnecy", "latancy", "latenc", "requset"])
    assert.equal(urls(query)[0], "compare/latency/", query);
});

test("two letters are put right before others are tried", () => {
  assert.deepEqual(find(engine, "latnecy")[0].words, ["latency"]);
  assert.deepEqual(find(engine, "latancy")[0].words, ["latancy"]);
});

test("readers' words find what the pages call otherwise, a little misspelled, too", () => {
  assert.equal(urls("speed")[0], "compare/latency/");
  assert.equal(urls("pickle")[0], "examples/save-and-load/");
  assert.equal(urls("pikle")[0], "examples/save-and-load/");
});

test("a list of everything comes after the pages that treat a thing", () => {
  assert.equal(urls("weights").indexOf("all/"), 1);
  const alike = load({ ...INDEX, boosts: { "all/": 50 } });
  assert.equal(find(alike, "weights")[0].url, "all/#list");
});

test("pages that answer as well are in the order of their addresses", () => {
  const twins = ["c/", "a/", "b/"].map((url) => [url, "Twin", "", "", "", [], "", ""]);
  for (const pages of [twins, [...twins].reverse()]) {
    const found = find(load({ pages, synonyms: {}, boosts: {} }), "twin");
    assert.deepEqual(
      found.map(({ url }) => url),
      ["a/", "b/", "c/"],
    );
  }
});

test("there are as many results as were asked for", () => {
  assert.equal(urls("compile").length, 4);
  assert.equal(urls("compile", 2).length, 2);
  const many = Array.from({ length: 12 }, (_, index) => [`${index}/`, "Twin", "", "", "", [], "", ""]);
  assert.equal(find(load({ pages: many, synonyms: {}, boosts: {} }), "twin").length, 10);
});

test("a query that says nothing finds nothing", () => {
  for (const query of ["", "  ", "how do the", "?!", "zzzzzzzz"]) assert.deepEqual(urls(query), [], query);
});

test("a query is cut, and odd ones do no harm", () => {
  assert.equal(urls(`${"x ".repeat(300)}latency`).length, 0);
  assert.equal(urls(`${"the ".repeat(48)}latency`)[0], "compare/latency/");
  for (const query of ["constructor", "__proto__", "a.b.c.d.e", "\\", "(", "🔥", "_._"]) {
    assert.doesNotThrow(() => find(engine, query), query);
    assert.doesNotThrow(() => doubts(engine, query), query);
  }
});

test("of a long text the words are looked for that pages have", () => {
  const words = Array.from({ length: 30 }, (_, index) => `zq${index}`);
  assert.equal(urls(`${words.join(" ")} latency`)[0], "compare/latency/");
});

const told = (query, other = engine) => doubtful(doubts(other, query));

test("a word that no page has is told, with what is shown in its place", () => {
  assert.equal(told("bilinear latency"), "");
  assert.equal(told("latancy"), "No page has “latancy”. Showing “latency”.");
  assert.equal(told("latnecy"), "No page has “latnecy”. Showing “latency”.");
  assert.equal(told("lora torchscript"), "No page has “lora”.");
  assert.equal(told("pikle"), "No page has “pikle”. Showing “pickle”.");
  assert.match(told("one qqqa qqqb qqqc qqqd qqqe"), /“qqqa” or “qqqb” or “qqqc” and 2 more of these words/);
});

test("a word is in no doubt that a page has, that is still typed, that is meant, or that says nothing", () => {
  for (const query of ["", "torchscript", "torchscr", "Latencies of requests", "speed", "the", "batch norm", "2.21"]) {
    assert.equal(told(query), "", query);
  }
});

test("of a name the part is told that nobody has", () => {
  assert.equal(told("torch.jit.script"), "");
  assert.equal(told("torch.jit.freezing"), "No page has “freezing”.");
});

test("a result says which of the words it does not have", () => {
  const found = find(engine, "latency torchscript");
  assert.deepEqual(found.find(({ url }) => url === "compare/latency/").missing, ["torchscript"]);
  assert.deepEqual(found.find(({ url }) => url.startsWith("tools/")).missing, ["latency"]);
});

const SPOKEN = load({
  ...INDEX,
  asked: [["compare/latency/", "Deadline exceeded after seconds, channel is in state TRANSIENT_FAILURE"]],
  symptoms: [
    {
      all: [
        ["sluggish", "crawl*"],
        ["app", "site"],
      ],
      pages: ["compare/latency/"],
    },
  ],
});

test("what readers see finds the page that explains it, by a word of each group", () => {
  const first = (query) => find(SPOKEN, query)[0]?.url;
  assert.equal(first("why is my app so sluggish"), "compare/latency/");
  assert.equal(first("the site crawls with torchscript"), "compare/latency/");
  assert.equal(first("sluggish"), undefined);
  assert.equal(told("my app is sluggish", SPOKEN), "");
  assert.equal(told("sluggish", SPOKEN), "No page has “sluggish”.");
});

test("a pasted message finds the page that explains it, whatever numbers, names and addresses are in it", () => {
  const message =
    'File "/usr/lib/python3/site-packages/x.py", line 1203: Deadline Exceeded after 60.0017 seconds! ' +
    "<Channel 0x7f3a> is in state 'TRANSIENT_FAILURE' (see https://example.org/a/torchscript)";
  assert.equal(find(SPOKEN, message)[0].url, "compare/latency/");
});

test("a section is found by what stands in it alone", () => {
  const page = ["p/", "Page", "", "", "About it.", ["one", "First", "two", "Second"], "A.b|C.d", "lead|alpha|beta"];
  const found = load({ pages: [page], synonyms: {}, boosts: {} });
  const first = (query) => find(found, query)[0].url;
  assert.equal(first("beta"), "p/#two");
  assert.equal(first("C.d"), "p/#one");
  for (const query of ["lead", "page beta", "a.b"]) assert.equal(first(query), "p/", query);
});

const QUOTED = load({
  ...INDEX,
  asked: [
    ["compare/latency/", "input … is of size and must be a … of it, or none"],
    ["tools/torchscript/", "Not so: … vs."],
  ],
});

test("a message is found by any piece of it in its order, whatever stands for what differs and around it", () => {
  const first = (query) => find(QUOTED, query)[0]?.url;
  for (const query of [
    "input torch.x is of size 3x4 and must be a weights of it, or none",
    "is of size [7, 7] and must be",
    "or\n  none of it? Of it, or none!",
    `File "/a/b.py", line 3 ${"torchscript weights ".repeat(100)} is of size 12 and must be a`,
  ]) {
    assert.equal(first(query), "compare/latency/", query);
  }
  assert.equal(first("Not so: 3 vs. 4"), "tools/torchscript/");
  // The same words in another order are no piece of it.
  for (const query of ["size of is", "must and be of"]) assert.notEqual(first(query), "compare/latency/", query);
});
