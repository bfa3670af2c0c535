// The decision, one question at a time. The address holds the path (`?a=today.nothing,model.own`), so that a
// link shows another reader the same answer and its reasons. Chart and outline are complete without this file.

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
  if (unknown.length) notes.push(`The link holds what is not asked on this path: ${unknown.slice(0, 5).join(", ").slice(0, 200)}.`);
  return { steps, place, notes };
}

const idOf = (step) => `${step.question.id}.${step.unsure ? UNSURE : step.answer.id}`;

/** A path as a query string; empty at the start. */
export function serialize(steps) {
  return steps.length ? `?a=${steps.map(idOf).join(",")}` : "";
}

const said = (step) => (step.unsure ? `I don't know (taken as: ${step.answer.label})` : step.answer.label);
const day = (text) => new Date(`${text}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The answer with its path and reasons as Markdown, for a chat or a wiki. */
export function toMarkdown(data, steps, outcome, address) {
  const lines = [`**TensorFlow or PyTorch? ${outcome.answer}.** [Path and reasons](${address})`, ""];
  for (const [index, step] of steps.entries()) lines.push(`${index + 1}. ${step.question.ask} **${said(step)}.** ${step.answer.says}`);
  lines.push("", "Reasons:", "");
  for (const row of reasons(data, steps, outcome)) lines.push(`- [${row.title}](${row.url}): ${row.why} (checked ${day(row.checked)})`);
  lines.push("", `What would flip it: ${outcome.flips.join(" ")}`, "");
  return lines.join("\n");
}

/** A decision record of one page as Markdown, for a lead who must defend the choice. */
export function toRecord(data, steps, outcome, address, today) {
  const list = (entries) => entries.map((entry) => `- ${entry}`).join("\n");
  const rows = reasons(data, steps, outcome).map(
    (row) => `| [${row.title}](${row.url}) | ${row.why.replaceAll("|", "\\|")} | ${row.edge} | ${row.kinds.join(", ")} | ${row.checked} | ${row.recheck_by} |`,
  );
  const path = steps.map((step, index) => `${index + 1}. ${step.question.ask} **${said(step)}.** ${step.answer.says}`);
  const unsure = steps.some((step) => step.unsure) ? "\n\nWhere the answer was not known, the safer one was taken; settle these first." : "";
  return `# Decision record: ${outcome.answer}

- Status: proposed
- Date: ${today}
- Source: ${address}

## Context

${path.join("\n")}${unsure}

## Decision

${outcome.answer}. ${outcome.says}

## Reasons

| Row | Why | Edge | Evidence | Checked | Check again by |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

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

/** The rows that the path and the outcome rest on, each once. */
function reasons(data, steps, outcome) {
  const names = new Set([...outcome.rows, ...steps.flatMap((step) => step.answer.rows)]);
  return [...names].map((name) => data.rows[name]);
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
    else for (const [index, part] of child.split("`").entries()) element.append(index % 2 ? make("code", {}, part) : part);
  }
  return element;
}

/** Bring the walk in `root` to life. */
export async function start(root) {
  const walk = root.querySelector(".decide__walk");
  let data;
  try {
    const response = await fetch(new URL(root.dataset.source, location.href));
    if (!response.ok) throw new Error(String(response.status));
    data = await response.json();
  } catch {
    walk.hidden = true; // the chart and the outline say the same
    return;
  }
  const local = (url) => `../${url.slice(data.site.length)}`;
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

  /** The answers so far, each to be changed; with their reasons once they lead to an outcome. */
  function trail(reasons = false) {
    if (steps.length === 0) return [];
    const items = steps.map((step, index) =>
      make(
        "li",
        {},
        make("span", { class: "decide__asked" }, step.question.ask),
        " ",
        make("b", {}, step.unsure ? `I don't know: ${step.answer.label}` : step.answer.label),
        " ",
        ...(step.unsure ? [make("span", { class: "decide__safer" }, "safer branch"), " "] : []),
        make("button", { type: "button", onclick: () => go(steps.slice(0, index)), "aria-label": `Change the answer to: ${step.question.ask}` }, "Change"),
        ...(reasons ? [make("p", {}, step.answer.says)] : []),
      ),
    );
    return [make("ol", { class: "decide__trail", "aria-label": "Your answers so far" }, items)];
  }

  function asking(question) {
    const most = steps.length + question.most_left;
    const choice = (answer, unsure = false) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: unsure ? "decide__answer decide__answer--unsure" : "decide__answer", onclick: () => go([...steps, { question, answer, unsure }]) },
          unsure ? "I don't know" : answer.label,
          ...(unsure ? [make("small", {}, `Takes “${answer.label}”. ${question.unsure_says}`)] : []),
        ),
      );
    const safer = question.answers.find((answer) => answer.id === question.unsure);
    return [
      make(
        "p",
        { class: "decide__progress" },
        make("progress", { value: String(steps.length), max: String(most), "aria-label": "Progress" }),
        ` Question ${steps.length + 1} of at most ${most}`,
      ),
      make("h2", { id: "walk", tabindex: "-1", "data-focus": "" }, question.ask),
      make("p", {}, question.help),
      make("ul", { class: "decide__answers" }, question.answers.map((answer) => choice(answer)), choice(safer, true)),
      make("details", { class: "known" }, make("summary", {}, "What the article says"), make("p", {}, question.article)),
    ];
  }

  function ending(outcome) {
    const address = location.origin + location.pathname + serialize(steps);
    const status = make("p", { class: "decide__status", role: "status" });
    const list = (title, entries, tag = "ul") => [make("h3", {}, title), make(tag, {}, entries.map((entry) => make("li", {}, entry)))];
    const button = (label, act) => make("button", { type: "button", onclick: act }, label);
    const today = new Date().toISOString().slice(0, 10);
    const rows = reasons(data, steps, outcome).map((row) =>
      make("li", {}, make("a", { href: local(row.url) }, row.title), `: ${row.why} `, make("small", {}, `${row.kinds.join(", ")}; checked ${day(row.checked)}`)),
    );
    const links = [...outcome.examples, ...outcome.tools].map((link) => make("a", { href: local(link.url) }, link.title));
    return [
      make("p", { class: "decide__progress" }, `Outcome after ${steps.length} ${steps.length === 1 ? "question" : "questions"}`),
      make("h2", { id: "walk", tabindex: "-1", "data-focus": "" }, outcome.answer),
      make("p", {}, outcome.says, " ", make("a", { href: local(outcome.url) }, "The whole page")),
      make(
        "p",
        { class: "compare__actions decide__actions" },
        button("Copy link", () => copy(address, "The link", status)),
        button("Copy as Markdown", () => copy(toMarkdown(data, steps, outcome, address), "The answer with its path", status)),
        button("Download decision record", () => download(`decision-${outcome.id}.md`, toRecord(data, steps, outcome, address, today))),
        button("Print", () => window.print()),
      ),
      status,
      list("What to do first", outcome.first, "ol"),
      list("What it costs", outcome.costs),
      list("What would flip it", outcome.flips),
      list("What to watch", outcome.watch),
      make("h3", {}, "The rows it rests on"),
      make("ul", {}, rows),
      ...(links.length ? [make("div", { class: "decide__helps" }, make("h3", {}, "What helps"), make("ul", {}, links.map((link) => make("li", {}, link))))] : []),
      make("p", {}, make("b", {}, "The article: "), outcome.article),
      make("p", { class: "decide__address" }, `${address}, printed on ${day(today)}; to be checked again by ${day(outcome.recheck_by)}.`),
    ].flat();
  }

  /** Make the walk and the chart show the path. */
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
    walk.replaceChildren(...note, ...trail(Boolean(outcome)), ...(question ? asking(question) : ending(outcome)), back);
    walk.classList.toggle("decide__walk--done", Boolean(outcome));
    document.body.classList.toggle("decided", Boolean(outcome));
    const taken = new Set(steps.map((step) => `${step.question.id}.${step.answer.id}`));
    const seen = new Set([...steps.map((step) => step.question.id), place]);
    for (const part of root.querySelectorAll("[data-edge], [data-node]")) {
      part.classList.toggle("on", taken.has(part.dataset.edge) || seen.has(part.dataset.node));
    }
    root.querySelector(".chart").classList.toggle("chart--path", steps.length > 0);
  }

  // A question of the chart that is on the path is asked again; another one is found in the outline.
  root.querySelector(".chart").addEventListener("click", (event) => {
    const name = event.target.closest("[data-node]")?.dataset.node;
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
}

function download(name, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/markdown" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
