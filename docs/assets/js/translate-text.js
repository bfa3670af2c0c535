// What readers paste, as Python: a notebook's JSON, prompts of a console, magics of IPython, ends of lines of any system.
// A line stays on its line, so that a result can say where it stands.

const NOTEBOOK = /^\s*\{[\s\S]*"cells"\s*:|^\s*\{[\s\S]*"worksheets"\s*:/;
// A cell in another language; of the others, the rest is Python.
const FOREIGN = /^%%(bash|sh|script|html|javascript|js|latex|markdown|perl|ruby|svg|cython|R|sql|writetemplate)\b/;

/**
 * The Python of a text, and how a line of it is called: `{ python, place(line), notebook }`. `python` is what can be parsed;
 * `place` gives a line's number, or the code cell and the line in it.
 */
export function prepared(text) {
  const cells = cellsOf(text);
  if (!cells) return { python: ready(text), place: (line) => String(line), notebook: false };
  const starts = [];
  const lines = [];
  for (const cell of cells) {
    starts.push(lines.length + 1);
    lines.push(...ready(cell).split("\n"));
  }
  const place = (line) => {
    const index = starts.findLastIndex((start) => start <= line);
    return `cell ${index + 1}, line ${line - starts[index] + 1}`;
  };
  return { python: lines.join("\n"), place, notebook: true };
}

/** The texts of a notebook's code cells; nothing for another text, or for JSON that is cut short. */
function cellsOf(text) {
  if (!NOTEBOOK.test(text.slice(0, 2000)) && !NOTEBOOK.test(text)) return null;
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const cells = data.cells ?? data.worksheets?.flatMap((sheet) => sheet.cells ?? []) ?? [];
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell) => [cell.source ?? cell.input ?? ""].flat().join(""));
}

/** A text whose lines are Python alone; what is not, is `pass` or empty. */
function ready(text) {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .split("\n");
  const first = lines.findIndex((line) => line.trim());
  if (first >= 0 && FOREIGN.test(lines[first])) return lines.map(() => "").join("\n");
  return magics(prompts(lines)).map(parsable).join("\n");
}

/** A line without what the parser does not know: `1.` and `1.e5` as numbers, `yield` without a value. */
function parsable(line) {
  return line
    .replace(/(?<![\w.])(\d[\d_]*)\.(?=[eE][+-]?\d|[^\w.]|$)/g, "$1.0")
    .replace(/^(\s*)yield\s*(?=#|$)/, "$1yield None");
}

const PROMPT = /^\s*(>>>|In \[\d*\]:)( |$)/;
const BANNER = /^(I?Python \d|Type |\[(GCC|Clang|MSC))/;
const MORE = /^\s*(\.\.\.:?|\s{2,}\.\.\.:)( |$)/;

/** Lines without the prompts of a console, if they begin with one; then what has no prompt is output, and left out. */
function prompts(lines) {
  // A file may have prompts in its docstrings.
  const first = lines.find((line) => line.trim() && !BANNER.test(line)) ?? "";
  if (!PROMPT.test(first)) return lines;
  let within = false;
  return lines.map((line) => {
    if (PROMPT.test(line)) {
      within = true;
      return line.replace(PROMPT, "");
    }
    if (within && MORE.test(line)) return line.replace(MORE, "");
    within = false;
    return "";
  });
}

/** Lines with Python in place of magics (`%`, `%%`), of commands for the shell (`!`) and of questions (`?`). */
function magics(lines) {
  return lines.map((line, index) => {
    const [indent] = line.match(/^\s*/);
    const rest = line.slice(indent.length);
    // Within an expression a percent sign is the operator.
    const before = lines.slice(0, index).findLast((other) => other.trim()) ?? "";
    if (!/^\s*[!%]/.test(before) && /[,([{\\+\-*/%'"]\s*$/.test(before.replace(/#.*$/, ""))) return line;
    const timed = rest.match(/^%{1,2}(time|timeit|prun|memit)\s+(?:-\w+\s+\d*\s*)*(\S.*)$/);
    if (timed) return indent + timed[2];
    if (/^(%{1,2}[a-zA-Z_]\w*(\s|$)|!(?!=)|\?)/.test(rest) || /^[\w.]+\?{1,2}$/.test(rest)) return `${indent}pass`;
    return line.replace(/^(\s*[\w, ]+=\s*)[!%][a-zA-Z].*$/, "$1None");
  });
}
