// The decision, one question at a time. The address holds the path (`?a=today.nothing,model.own`), so that a
// link shows another reader the same answer and its reasons; the page of an outcome shows them too. Chart and
// outline are complete without this file.

import { copy, onBack } from "./address.js";

const UNSURE = "unsure";
const MOST = 30; // steps that an address may hold; no path has so many

/** The steps of an address, those of older versions replaced; what to say of the rest. */
export function parse(search, data) {
  const former = new Map(data.former.map((entry) => [entry.was, entry]));
  const given = new Map();
  const notes = [];
  const text = new URLSearchParams(search.slice(0, 4000)).get("a") ?? "";
  for (let step of text.split(",").filter(Boolean).slice(0, MOST)) {
    const old = former.get(step);
    if (old) {
      notes.push(`The link is of an older version: ${old.says}`);
      step = old.now;
      if (!step) continue;
    }
    const [name, answer] = step.split(".");
    given.set(name, answer);
  }
  const steps = [];
  let place = data.start;
  for (;;) {
    const question = data.questions.find((entry) => entry.id === place);
    if (!question || !given.has(place)) break;
    const name = given.get(place);
    const answer = question.answers.find((entry) => entry.id === (name === UNSURE ? question.unsure : name));
    if (!answer) break;
    given.delete(place);
    steps.push({ question, answer, unsure: name === UNSURE });
    place = answer.to;
  }
  const unknown = [...given].map(([name, answer]) => (answer === undefined ? name : `${name}.${answer}`));
  if (unknown.length)
    notes.push(`The link holds what is not asked on this path: ${unknown.slice(0, 5).join(", ").slice(0, 200)}.`);
  return { steps, place, notes };
}

const idOf = (step) => `${step.question.id}.${step.unsure ? UNSURE : step.answer.id}`;

/** A path as a query string; empty at the start. */
export function serialize(steps) {
  return steps.length ? `?a=${steps.map(idOf).join(",")}` : "";
}

const said = (step) => (step.unsure ? `I don't know (taken as: ${step.answer.label})` : step.answer.label);
const day = (text) =>
  new Date(`${text}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** The answer for somebody who writes no code: what is used, why, its cost, what is given up, and until when. */
export const plain = (outcome) =>
  [
    ...outcome.plain,
    `We look at this again by ${day(outcome.recheck_by)}, or earlier if one of the facts behind it changes.`,
  ].join(" ");

/** The answer with its path and reasons as Markdown, for a chat or a wiki. */
export function toMarkdown(data, steps, outcome, address) {
  const lines = [
    `**TensorFlow or PyTorch? ${outcome.answer}.** [Path and reasons](${address})`,
    "",
    plain(outcome),
    "",
  ];
  for (const [index, step] of steps.entries())
    lines.push(`${index + 1}. ${step.question.ask} **${said(step)}.** ${step.answer.says}`);
  lines.push("", "Reasons:", "");
  for (const row of reasons(data, steps, outcome))
    lines.push(`- [${row.title}](${row.url}): ${row.why} (checked ${day(row.checked)})`);
  lines.push("", `What would flip it: ${outcome.flips.join(" ")}`, "");
  return lines.join("\n");
}

/** A decision record of one page as Markdown, for a lead who must defend the choice. */
export function toRecord(data, steps, outcome, address, today) {
  const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");
  const rows = reasons(data, steps, outcome).map(
    (row) =>
      `| [${row.title}](${row.url}) | ${row.why.replaceAll("|", "\\|")} | ${row.edge} | ${row.kinds.join(", ")} | ${row.checked} | ${row.recheck_by} |`,
  );
  const path = steps.map((step, index) => `${index + 1}. ${step.question.ask} **${said(step)}.** ${step.answer.says}`);
  const unsure = steps.some((step) => step.unsure)
    ? "\n\nWhere the answer was not known, the safer one was taken; settle these first."
    : "";
  const others = ruledOut(data, steps).map(
    ({ step, outcomes }) => `${said(step)}: this leaves out ${outcomes.map((other) => other.answer).join("; ")}.`,
  );
  return `# Decision record: ${outcome.answer}

- Status: proposed
- Date: ${today}
- Source: ${address}

## In plain words

${plain(outcome)}

## Context

${path.join("\n")}${unsure}

## Decision

${outcome.answer}. ${outcome.says}

## Reasons

| Row | Why | Edge | Evidence | Checked | Check again by |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
${others.length ? `\n## What was ruled out, and by which answer\n\n${list(others)}\n` : ""}
## First steps

${outcome.first.map((entry, index) => `${index + 1}. ${entry}`).join("\n")}

## Costs

${list(outcome.costs)}

## What would change this decision

${list(outcome.flips)}

## What to watch

${list(outcome.watch)}

The reasons are those of TensorFlow vs PyTorch (CC BY 4.0), as of ${outcome.checked}; check them again by ${outcome.recheck_by}.
`;
}

const KINDS = ["executed", "measured", "sourced", "judged"]; // strongest first

/**
 * The rows that follow from the answers, each once, strongest first. A row that only other answers give is no
 * reason, though the outcome rests on it for readers who come another way.
 */
export function reasons(data, steps, outcome) {
  const given = new Set(steps.flatMap((step) => step.answer.rows));
  const ofOthers = new Set(data.questions.flatMap((question) => question.answers.flatMap((answer) => answer.rows)));
  const own = outcome.rows.filter((name) => given.has(name) || !ofOthers.has(name));
  const side = { tensorflow: "TensorFlow", pytorch: "PyTorch" }[outcome.side];
  const weakness = (name) =>
    (own.includes(name) ? 0 : 20) + (data.rows[name].edge === side ? 0 : 10) + KINDS.indexOf(data.rows[name].kinds[0]);
  const names = [...new Set([...own, ...given])].sort((a, b) => weakness(a) - weakness(b));
  return names.map((name) => data.rows[name]);
}

/** For each answer the outcomes that it ruled out: those in reach before it, and not after it. */
export function ruledOut(data, steps) {
  const reach = (place) => {
    const question = data.questions.find((entry) => entry.id === place);
    return question ? new Set(question.answers.flatMap((answer) => [...reach(answer.to)])) : new Set([place]);
  };
  return steps
    .map((step) => {
      const left = reach(step.answer.to);
      const names = [...reach(step.question.id)].filter((name) => !left.has(name));
      return { step, outcomes: (data.outcomes ?? []).filter((outcome) => names.includes(outcome.id)) };
    })
    .filter(({ outcomes }) => outcomes.length);
}

/** An element with attributes and children; a text may hold `code`. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (typeof child !== "string") element.append(child);
    else
      for (const [index, part] of child.split("`").entries()) element.append(index % 2 ? make("code", {}, part) : part);
  }
  return element;
}

/** Data of the decision from a file. */
async function load(address) {
  const response = await fetch(new URL(address, location.href));
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

const list = (title, entries, tag = "ul") => [
  make("h3", {}, title),
  make(
    tag,
    {},
    entries.map((entry) => make("li", {}, entry)),
  ),
];

/** The answers of a path, each with what `change` makes of its place, and with its reason where wanted. */
function trail(steps, change, why) {
  const items = steps.map((step, index) =>
    make(
      "li",
      {},
      make("span", { class: "decide__asked" }, step.question.ask),
      " ",
      make("b", {}, step.unsure ? `I don't know: ${step.answer.label}` : step.answer.label),
      " ",
      ...(step.unsure ? [make("span", { class: "decide__safer" }, "safer branch"), " "] : []),
      change(step, index),
      ...(why ? [make("p", {}, step.answer.says)] : []),
    ),
  );
  return make("ol", { class: "decide__trail", "aria-label": "Your answers so far" }, items);
}

/** The rows that a path rests on: the strongest three, and the others folded. */
function grounds(data, steps, outcome, local) {
  const rows = reasons(data, steps, outcome).map((row) =>
    make(
      "li",
      {},
      make("a", { href: local(row.url) }, row.title),
      `: ${row.why} `,
      make("small", {}, `${row.kinds.join(", ")}; checked ${day(row.checked)}`),
    ),
  );
  const more = rows.splice(3);
  return [
    make("h3", {}, "Why: the rows it rests on"),
    make("ul", {}, rows),
    ...(more.length
      ? [
          make(
            "details",
            { class: "known" },
            make("summary", {}, more.length === 1 ? "One more reason" : `${more.length} more reasons`),
            make("ul", {}, more),
          ),
        ]
      : []),
  ];
}

/** What the answers ruled out, by answer. */
function alternatives(data, steps, local) {
  const entries = ruledOut(data, steps).map(({ step, outcomes }) =>
    make(
      "li",
      {},
      make("b", {}, said(step)),
      " leaves out ",
      outcomes.flatMap((outcome, index) => [
        index ? ", " : "",
        make("a", { href: local(outcome.url) }, outcome.answer),
      ]),
      ".",
    ),
  );
  return entries.length
    ? [make("div", { class: "decide__ruled" }, make("h3", {}, "What your answers ruled out"), make("ul", {}, entries))]
    : [];
}

/** The buttons that copy, download and print an answer; `ready` resolves when all of it is there. */
function actions(steps, address, ready) {
  const status = make("p", { class: "decide__status", role: "status" });
  const button = (label, act) => make("button", { type: "button", onclick: act }, label);
  const today = new Date().toISOString().slice(0, 10);
  return [
    make(
      "p",
      { class: "compare__actions decide__actions" },
      button("Copy link", () => copy(address, "The link", status)),
      button("Copy as Markdown", async () => {
        const [data, outcome] = await ready();
        copy(toMarkdown(data, steps, outcome, address), "The answer with its path", status);
      }),
      button("Download decision record", async () => {
        const [data, outcome] = await ready();
        download(`decision-${outcome.id}.md`, toRecord(data, steps, outcome, address, today));
      }),
      button("Print", () => window.print()),
    ),
    status,
  ];
}

/** On the page of an outcome: the path that its address holds, with its reasons. */
async function startOutcome(root) {
  if (!new URLSearchParams(location.search).get("a")) return;
  const data = await load(root.dataset.source).catch(() => null);
  if (!data) return; // the page says all but the path
  const local = (url) => root.dataset.root + url.slice(data.site.length);
  const { steps, place, notes } = parse(location.search, data);
  const decide = `${root.dataset.root}decide/`;
  const outcome = data.outcomes.find((entry) => entry.id === root.dataset.outcome);
  const address = `${location.origin}${location.pathname}${serialize(steps)}`;
  const elsewhere = place !== outcome.id;
  if (elsewhere) {
    const other = data.outcomes.find((entry) => entry.id === place);
    notes.push(
      other
        ? `These answers lead to another outcome today: ${other.answer}.`
        : "These answers lead no further than a question.",
    );
  }
  const note = notes.length
    ? [
        make(
          "p",
          { class: "compare__note", role: "alert" },
          notes.join(" "),
          ...(elsewhere ? [" ", make("a", { href: `${decide}${serialize(steps)}` }, "Go on from there")] : []),
        ),
      ]
    : [];
  const change = (step, index) =>
    make(
      "a",
      {
        href: `${decide}${serialize(steps.slice(0, index))}`,
        "aria-label": `Change the answer to: ${step.question.ask}`,
      },
      "Change",
    );
  root.replaceChildren(
    ...note,
    ...(elsewhere
      ? []
      : [
          ...actions(steps, address, async () => [data, outcome]),
          make("h3", {}, "Your path to this answer"),
          trail(steps, change, true),
          make("p", {}, make("a", { href: `${decide}${serialize(steps.slice(0, -1))}` }, "Change an answer")),
          ...grounds(data, steps, outcome, local),
          ...alternatives(data, steps, local),
        ]),
  );
  root.hidden = false;
}

/** Bring the walk in `root` to life; on the page of an outcome, show the path to it. */
export async function start(root) {
  if (root.dataset.outcome) {
    await startOutcome(root);
    return;
  }
  const walk = root.querySelector(".decide__walk");
  let data;
  let whole = null;
  /** All data: what the answers end in. Asked for once, and again where it did not come. */
  const complete = () => {
    whole ??= load(root.dataset.source).then(
      (found) => {
        data = found;
      },
      (error) => {
        whole = null;
        throw error;
      },
    );
    return whole;
  };
  try {
    // A link with a path shows its answer at once; whoever begins at the start needs the questions alone.
    if (new URLSearchParams(location.search).get("a")) await complete();
    else data = await load("walk.json");
  } catch {
    walk.hidden = true; // the chart and the outline say the same
    showFlow();
    return;
  }
  const local = (url) => root.dataset.root + url.slice(data.site.length);
  let { steps, place, notes } = parse(location.search, data);

  /** Go to a path, and put it into the address. */
  function go(next) {
    const address = location.pathname + serialize(next);
    history.pushState(history.state, "", address);
    ({ steps, place } = parse(location.search, data));
    notes = [];
    show();
    walk.querySelector("[data-focus]").focus({ preventScroll: true });
    const top = walk.getBoundingClientRect().top;
    if (top < 0) walk.scrollIntoView();
  }

  const article = make("a", { href: `${root.dataset.root}about/article/` }, "Which article?");

  const change = (step, index) =>
    make(
      "button",
      {
        type: "button",
        onclick: () => go(steps.slice(0, index)),
        "aria-label": `Change the answer to: ${step.question.ask}`,
      },
      "Change",
    );

  function asking(question) {
    const most = steps.length + question.most_left;
    const choice = (answer, unsure = false) =>
      make(
        "li",
        {},
        make(
          "button",
          {
            type: "button",
            class: unsure ? "decide__answer decide__answer--unsure" : "decide__answer",
            onclick: () => go([...steps, { question, answer, unsure }]),
          },
          unsure ? "I don't know" : answer.label,
          ...(unsure ? [make("small", {}, `Takes “${answer.label}”. ${question.unsure_says}`)] : []),
        ),
      );
    const safer = question.answers.find((answer) => answer.id === question.unsure);
    return [
      ...(steps.length ? [trail(steps, change)] : []),
      make(
        "p",
        { class: "decide__progress" },
        make("progress", { value: String(steps.length), max: String(most), "aria-label": "Progress" }),
        ` Question ${steps.length + 1} of at most ${most}`,
      ),
      make("h2", { id: "walk", tabindex: "-1", "data-focus": "" }, question.ask),
      make("p", {}, question.help),
      make(
        "ul",
        { class: "decide__answers" },
        question.answers.map((answer) => choice(answer)),
        choice(safer, true),
      ),
      make(
        "details",
        { class: "known" },
        make("summary", {}, "What the article says"),
        make("p", {}, question.article, " ", article),
      ),
    ];
  }

  /** The verdict and what to do with it first, then why, the way there folded, and the rest. */
  function ending(outcome) {
    const address = new URL(`${outcome.id}/${serialize(steps)}`, location.origin + location.pathname).href;
    const parts = [
      make(
        "p",
        { class: "decide__progress" },
        `Outcome after ${steps.length} ${steps.length === 1 ? "question" : "questions"}`,
      ),
      make("h2", { id: "walk", tabindex: "-1", "data-focus": "" }, outcome.answer),
      make("p", {}, outcome.says, " ", make("a", { href: local(outcome.url) }, "The whole page")),
      ...actions(steps, address, async () => {
        await complete();
        return [data, data.outcomes.find((entry) => entry.id === outcome.id)];
      }),
    ];
    if (!outcome.first) {
      // The reasons are on their way; where they do not come, the outcome's page has them.
      complete().then(show, () => {});
      return parts;
    }
    const links = [...outcome.examples, ...outcome.tools].map((link) =>
      make("a", { href: local(link.url) }, link.title),
    );
    return [
      ...parts,
      make("p", { class: "plain" }, make("b", {}, "In plain words: "), plain(outcome)),
      ...grounds(data, steps, outcome, local),
      make(
        "details",
        { class: "known decide__way" },
        make("summary", {}, "Your answers, and what they ruled out"),
        trail(steps, change, true),
        ...alternatives(data, steps, local),
      ),
      ...list("What to do first", outcome.first, "ol"),
      ...list("What it costs", outcome.costs),
      ...list("What would flip it", outcome.flips),
      ...list("What to watch", outcome.watch),
      ...(links.length
        ? [
            make(
              "div",
              { class: "decide__helps" },
              make("h3", {}, "What helps"),
              make(
                "ul",
                {},
                links.map((link) => make("li", {}, link)),
              ),
            ),
          ]
        : []),
      make("p", { class: "aside" }, outcome.article, " ", article),
      make(
        "p",
        { class: "decide__address" },
        `${address}, printed on ${day(new Date().toISOString().slice(0, 10))}; to be checked again by ${day(outcome.recheck_by)}.`,
      ),
    ];
  }

  /** Make the walk and the charts show the path. */
  function show() {
    const question = data.questions.find((entry) => entry.id === place);
    const outcome = data.outcomes.find((entry) => entry.id === place);
    const back = make("p", { class: "decide__back" });
    if (steps.length) {
      back.append(
        make("button", { type: "button", onclick: () => go(steps.slice(0, -1)) }, "Back"),
        " ",
        make("button", { type: "button", onclick: () => go([]) }, "Start again"),
      );
    }
    const note = notes.length ? [make("p", { class: "compare__note", role: "alert" }, notes.join(" "))] : [];
    const focused = walk.querySelector("[data-focus]") === document.activeElement;
    walk.replaceChildren(...note, ...(question ? asking(question) : ending(outcome)), back);
    if (focused) walk.querySelector("[data-focus]").focus({ preventScroll: true });
    walk.classList.toggle("decide__walk--done", Boolean(outcome));
    document.body.classList.toggle("decided", Boolean(outcome));
    light();
    // The reasons are asked for while the reader still answers.
    if (steps.length && !data.outcomes[0].first) complete().catch(() => {});
  }

  /** Light up the way taken in both charts. */
  function light() {
    const taken = new Set(steps.map((step) => `${step.question.id}.${step.answer.id}`));
    const seen = new Set([...steps.map((step) => step.question.id), place]);
    for (const part of root.querySelectorAll("[data-edge], [data-node]")) {
      const on = taken.has(part.dataset.edge) || seen.has(part.dataset.node);
      part.classList.toggle("on", on);
      // Lines share their first parts; what is drawn last is seen.
      if (on && part.matches(".flow__line")) part.parentNode.append(part);
    }
    root.querySelector(".chart").classList.toggle("chart--path", steps.length > 0);
    root.querySelector(".flow").classList.toggle("flow--path", steps.length > 0);
  }

  /** Take the flowchart and its style into the page, where the site's tokens give the colours. */
  async function showFlow() {
    const wide = matchMedia("(min-width: 80em)");
    if (!wide.matches) {
      wide.addEventListener("change", showFlow, { once: true });
      return;
    }
    const flow = root.querySelector(".flow");
    try {
      const response = await fetch(new URL("flowchart.svg", location.href));
      if (!response.ok) throw new Error(String(response.status));
      // The policy of the site allows no style in a document, parsed ones included; a sheet is no element.
      const [before, style, after] = (await response.text()).split(/<\/?style>/);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const file = new DOMParser().parseFromString(before + after, "image/svg+xml").documentElement;
      for (const link of file.querySelectorAll("a")) {
        const name = link.dataset.node;
        link.setAttribute("href", link.dataset.outcome ? `${name}/` : `#q-${name}`);
      }
      flow.removeAttribute("aria-label");
      flow.setAttribute("aria-labelledby", file.getAttribute("aria-labelledby"));
      flow.replaceChildren(...document.importNode(file, true).children);
      root.classList.add("decide--charted");
      document.body.classList.add("charted");
      if (data) light();
    } catch {
      root.classList.add("decide--uncharted"); // the chart of a phone says the same
    }
  }

  // A question of a chart that is on the path is asked again; another one is found in the outline.
  root.addEventListener("click", (event) => {
    const name = event.target.closest("a[data-node]")?.dataset.node;
    const index = steps.findIndex((step) => step.question.id === name);
    if (index < 0) return;
    event.preventDefault();
    go(steps.slice(0, index));
  });
  onBack(root, () => {
    ({ steps, place, notes } = parse(location.search, data));
    show();
  });
  show();
  showFlow();
}

function download(name, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/markdown" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
