// Reads the prose of the site for the words of words.yml: Markdown with its front matter, data files, and templates of
// pages. Code, addresses and what commands record are left out. Prints `path:line: what is wrong; what to do`, and fails
// if there is anything. From the top of the repository: `node tests/prose/lint.mjs [file ...]`.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TextlintKernel } from "@textlint/kernel";
import { parse } from "@textlint/markdown-to-ast";
import prh from "textlint-rule-prh";

const WORDS = fileURLToPath(new URL("words.yml", import.meta.url));
const PROSE = ["docs/**/*.md", "docs/**/*.yml", "overrides/**/*.html", "README.md", ".github/*.md"];

/** A node of textlint's tree for text that is no Markdown, as one paragraph. */
function paragraph(text, range, loc) {
  const place = { raw: text, range, loc };
  return { type: "Paragraph", ...place, children: [{ type: "Str", value: text, ...place }] };
}

/** The tree of a whole file that is no Markdown. */
function plain(text) {
  const lines = text.split("\n");
  const end = { line: lines.length, column: lines.at(-1).length };
  const loc = { start: { line: 1, column: 0 }, end };
  const range = [0, text.length];
  return { type: "Document", raw: text, range, loc, children: text ? [paragraph(text, range, loc)] : [] };
}

/** Markdown as textlint reads it, with the front matter as prose, which textlint leaves out. */
function markdown(text) {
  const tree = parse(text);
  const shown = (node) => (node.type === "Yaml" ? paragraph(node.raw, node.range, node.loc) : node);
  return { ...tree, children: tree.children.map(shown) };
}

class Processor {
  availableExtensions() {
    return [".md", ".yml", ".html"];
  }

  processor(extension) {
    return {
      preProcess: extension === ".md" ? markdown : plain,
      postProcess: (messages, filePath) => ({ messages, filePath: filePath ?? "" }),
    };
  }
}

const kernel = new TextlintKernel();
const files = process.argv.length > 2 ? process.argv.slice(2) : globSync(PROSE).sort();
let found = 0;
for (const path of files) {
  const { messages } = await kernel.lintText(readFileSync(path, "utf8"), {
    filePath: path,
    ext: path.slice(path.lastIndexOf(".")),
    plugins: [{ pluginId: "prose", plugin: { Processor } }],
    rules: [
      {
        ruleId: "words",
        rule: prh.default ?? prh,
        options: { rulePaths: [WORDS], checkLink: true, checkEmphasis: true, checkBlockQuote: true },
      },
    ],
  });
  for (const message of messages) {
    found += 1;
    const [wrong, instead] = message.message.split(" => ");
    console.log(`${path}:${message.loc.start.line}: “${wrong.replace(/\s+/g, " ")}”; write ${instead}`);
  }
}
if (found) console.log(`\n${found} problem(s). Each rule is explained in tests/prose/words.yml.`);
process.exitCode = found ? 1 : 0;
