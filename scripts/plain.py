"""Each page as plain Markdown, and `llms.txt`, the list of them, for programs that read text.

A page at `tools/onnx/` has its Markdown at `tools/onnx/index.md`: title, what the front matter says,
the text with its generated parts written out, and links that are absolute.
"""

import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts import clock, proof
from scripts.api import in_order
from scripts.content import SECTIONS, Content, Page
from scripts.decision import in_order as in_asked_order
from scripts.markdown import HEADING_ID, LINK, SNIPPET
from scripts.model.article import PARTS as PARTS_OF_ARTICLE
from scripts.model.article import STATUSES, Point
from scripts.model.decision import SIDES as DECISION_SIDES
from scripts.model.decision import Outcome
from scripts.model.evidence import Evidence
from scripts.model.pair import SIDES
from scripts.model.row import EDGES, RATINGS
from scripts.model.tool import FAMILIES
from scripts.model.tool import STATUSES as TOOL_STATUSES
from scripts.pairs import files
from scripts.render import books, decide, measurements, pairs

TAG = re.compile(r"</?(?:div|span|nav|p|b)\b[^>]*>")
FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
HEADING_IDS = re.compile(r" \{#[^}]*\}$", re.MULTILINE)
ATTRIBUTES = re.compile(r"^\{:?\s[^}]*\}$")


def write(content: Content, site: Path, site_url: str) -> list[Path]:
    """Write the Markdown of every page, and llms.txt. Returns the files."""
    written = []
    for page in content.pages:
        file = site / page.url / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(content, page, site_url), encoding="utf-8")
        written.append(file)
    index = site / "llms.txt"
    index.write_text(llms(content, site_url), encoding="utf-8")
    return [*written, index]


def llms(content: Content, site_url: str) -> str:
    """The list of pages, by section, in the form that llmstxt.org describes."""
    lines = [
        "# TensorFlow vs PyTorch",
        "",
        "> TensorFlow or PyTorch: each difference with its evidence, its date and the day of its next check.",
        "",
        "Text is under CC BY 4.0. Verdicts are dated: quote the date with them. "
        f"All rows of the comparison as data: {site_url}api/v1/comparison.json",
    ]
    for title, folder in SECTIONS:
        pages = [page for page in content.pages if page.folder.partition("/")[0] == folder and page.meta]
        if pages:
            lines += ["", f"## {title}", ""]
        lines += [
            f"- [{page.meta.title}]({site_url}{page.url}index.md): {page.meta.description}"
            for page in pages
            if page.meta
        ]
    return "\n".join(lines) + "\n"


def text(content: Content, page: Page, site_url: str) -> str:
    """One page as plain Markdown."""
    body = []
    fence = False
    for line in page.text.body.split("\n"):
        if line.lstrip().startswith("```"):
            fence = not fence
        if not fence and (snippet := SNIPPET.match(line)):
            body.append(_fragment(content, snippet[1]))
        elif fence or not ATTRIBUTES.match(line):
            body.append(line if fence else TAG.sub("", HEADING_ID.sub("", line).rstrip()))
    joined = LINK.sub(lambda link: _absolute(link, page, site_url), "\n".join(body).strip())
    return re.sub(r"\n{3,}", "\n\n", f"{joined}\n\n{_meta(content, page)}\n\nSource: {site_url}{page.url}\n")


def _absolute(link: re.Match[str], page: Page, site_url: str) -> str:
    target = link[3]
    if ":" in target:
        return link[0]
    address, _, anchor = target.partition("#")
    source = posixpath.normpath(posixpath.join(page.folder, address)) if address else page.source
    source = re.sub(r"(^|/)index\.md$", r"\1", source)
    source = re.sub(r"\.md$", "/", source)
    return f"{link[1]}[{link[2]}]({site_url}{source}{'#' + anchor if anchor else ''})"


def _meta(content: Content, page: Page) -> str:
    if page.meta is None:
        return ""
    lines = []
    if tool := page.meta.tool:
        lines += [f"State: {TOOL_STATUSES[tool.status][0]}. {tool.status_note}"]
        newest = tool.newest
        lines += [f"Newest version: {newest.version}, {newest.month} ({newest.of}). Licence: {tool.licence}."]
    if row := page.meta.row:
        for name, side in (("TensorFlow", row.tensorflow), ("PyTorch", row.pytorch)):
            lines.append(f"{name}: {RATINGS[side.rating][0]}. {side.summary}")
        lines.append(f"Edge: {EDGES[row.edge]}. {row.why}")
        lines.append(f"The article: {row.article.says}")
    if record := page.meta.record:
        lines += ["Evidence:", *_evidence(record.evidence)]
        lines.append(f"Checked {record.checked}, to be checked again by {record.recheck_by}.")
    elif page.meta.outcome:
        lines += _outcome(page.meta.outcome)
    elif page.meta.pair and (result := content.results[page.id]):
        lines.append(
            f"Proven {pairs.nearly(result.greatest)} on {result.recorded} with {pairs.versions(result)}."
        )
    elif page.meta.checked:
        lines.append(f"Checked {page.meta.checked}.")
    return "\n\n".join(lines)


def _fragment(content: Content, name: str) -> str:
    """What a page pulls in, as plain Markdown; empty for what is of no use without a page."""
    folder, _, rest = name.partition("/")
    if name in WHOLE:
        return WHOLE[name](content)
    return PARTS[folder](content, rest.removesuffix(".md")) if folder in PARTS else ""


def _article(content: Content) -> str:
    return "\n\n".join(
        f"## {title}\n\n" + "\n\n".join(_point(point) for point in content.points if point.part == part)
        for part, title in PARTS_OF_ARTICLE.items()
    )


def _article_summary(content: Content) -> str:
    counts = [
        f"{sum(point.status == status for point in content.points)} {title.lower()}"
        for status, (title, _) in STATUSES.items()
    ]
    return f"Of {len(content.points)} points: {', '.join(counts)}."


def _comparison(content: Content) -> str:
    return "\n".join(
        f"- [{page.meta.title}]({page.id}.md): TensorFlow {row.tensorflow.rating}, "
        f"PyTorch {row.pytorch.rating}, edge: {EDGES[row.edge]}. {row.why}"
        for page, row in in_order(content)
        if page.meta
    )


def _tools(content: Content) -> str:
    return "\n".join(
        f"- [{page.meta.title}]({page.id}.md) ({FAMILIES[tool.family]}): "
        f"{TOOL_STATUSES[tool.status][0].lower()}, newest {tool.newest.version}. {tool.job}."
        for page, tool in content.tools
        if page.meta
    )


def _proofs(content: Content) -> str:
    return "\n".join(
        f"- [{page.meta.title}](../{page.source})" for page in content.proofs.values() if page.meta
    )


def _pairs(content: Content) -> str:
    return "\n".join(
        f"- [{page.meta.title}]({page.id}/index.md): {pair.question}"
        for page, pair in content.pairs
        if page.meta
    )


def _weights(content: Content) -> str:
    return pairs.weights(content).replace("](/examples/", "](").replace("<br>", "; ")


def _notebooks(content: Content) -> str:
    return books.table(content).replace("](/notebooks/", "](")


def _notebook(content: Content, name: str) -> str:
    book = content.books.get(name)
    return book.markdown() if book else ""


def _measurements(content: Content) -> str:
    shown = FIGURE.sub("", measurements.all_subjects(content))
    return TAG.sub("", HEADING_IDS.sub("", shown)).replace("](/measurements/", "](")


def _runs(content: Content) -> str:
    return measurements.machines(content).replace("](/measurements/", "](")


def _outcomes(content: Content) -> str:
    return "\n".join(
        f"- [{outcome.answer}]({page.id}.md) ({DECISION_SIDES[outcome.side]})"
        for page, outcome in content.outcomes.values()
    )


def _cases(content: Content) -> str:
    return decide.article(content).replace("](/about/", "](../about/")


def _points(content: Content, name: str) -> str:
    return "\n".join(_point(point) for point in content.points if point.id == name)


def _questions(content: Content) -> str:
    """The questions of the decision with their answers and where each leads."""
    if content.decision is None:
        return ""
    ends = {name: outcome.answer for name, (_, outcome) in content.outcomes.items()}
    asks = {question.id: question.ask for question in content.decision.questions}
    lines = []
    for question in in_asked_order(content.decision):
        lines += [f"### {question.ask}", question.help]
        lines += [
            f"- {answer.label} → {ends.get(answer.to) or asks.get(answer.to)}. {answer.says}"
            for answer in question.answers
        ]
        lines.append(f"- I don't know → as “{question.unsure.take}”. {question.unsure.says}")
    return "\n\n".join(lines)


def _outcome(outcome: Outcome) -> list[str]:
    """What an outcome's front matter says, by heading."""
    parts = {
        "What to do first": outcome.first,
        "What it costs": outcome.costs,
        "What would flip it": outcome.flips,
        "What to watch": outcome.watch,
    }
    lines = []
    for title, entries in parts.items():
        lines += [f"## {title}", "\n".join(f"- {entry}" for entry in entries)]
    lines.append(f"The article: {outcome.article}")
    lines.append(f"Rows it rests on: {', '.join(outcome.rows)}.")
    lines.append(f"Checked {outcome.checked}, to be checked again by {outcome.recheck_by}.")
    return lines


def _pair(content: Content, place: str) -> str:
    """A part of a pair's page: its code with what it printed, or its mistake."""
    name, _, part = place.partition("/")
    page = content.pair_pages[name]
    if part == "differs":
        return pairs.differences(page)
    sources = files.sources(files.folder_of(content.docs, name))
    result = content.results[name]
    if part == "mistake":
        printed = f"{result.mistake.printed}\n{result.mistake.error or ''}".strip() if result else ""
        return _program("The usual mistake", sources.get(files.MISTAKE, ""), printed)
    shown = {
        "tensorflow": result.tensorflow.printed if result else "",
        "pytorch": result.pytorch.printed if result else "",
    }
    parts = (
        [_program("Shared inputs (inputs.py)", sources[files.INPUTS], "")] if files.INPUTS in sources else []
    )
    parts += [
        _program(title, sources.get(files.PROGRAMS[side], ""), shown[side]) for side, title in SIDES.items()
    ]
    if f"pairs/{name}/differs.md" not in {snippet.text for snippet in page.text.snippets}:
        parts.append(pairs.differences(page))
    return "\n\n".join(parts)


def _program(title: str, code: str, printed: str) -> str:
    output = f"\n\nIt prints:\n\n```text\n{printed}\n```" if printed else ""
    return f"## {title}\n\n```python\n{code.rstrip()}\n```{output}"


def _point(point: Point) -> str:
    lines = [
        f"**{STATUSES[point.status][0]}.** The article: {point.said}",
        f"Today: {' '.join(point.today.split())}",
    ]
    if point.conflict:
        lines.append(f"Sources disagree: {' '.join(point.conflict.split())}")
    lines += ["Evidence:", *_evidence(point.evidence)]
    return "\n".join([*lines, f"Checked {point.checked}, to be checked again by {point.recheck_by}."])


def _evidence(evidence: Sequence[Evidence]) -> list[str]:
    lines = []
    for entry in evidence:
        place = ""
        if entry.kind == "sourced":
            dated = clock.source_date_in_words(entry.dated)
            place = f" [{entry.title}]({entry.url}), {dated}, seen {entry.seen}."
        lines.append(f"- {entry.kind}:{place} {' '.join(entry.says.split())}")
    return lines


def _proof(content: Content, name: str) -> str:
    program = proof.program_of(content.docs, name)
    record = proof.read_record(content.docs, name)
    code = program.read_text(encoding="utf-8").rstrip() if program.exists() else ""
    printed = record.printed.rstrip() if record else ""
    return f"```python\n{code}\n```\n\nIt prints:\n\n```text\n{printed}\n```"


# Fragments by their names, and by the folder that they stand in.
WHOLE: dict[str, Callable[[Content], str]] = {
    "article.md": _article,
    "article-summary.md": _article_summary,
    "comparison.md": _comparison,
    "tools.md": _tools,
    "proofs.md": _proofs,
    "pairs.md": _pairs,
    "pairs-summary.md": pairs.summary,
    "weights-across.md": _weights,
    "notebooks.md": _notebooks,
    "measurements.md": _measurements,
    "measurements-runs.md": _runs,
    "decide-outline.md": _questions,
    "decide-outcomes.md": _outcomes,
    "decide-article.md": _cases,
}
PARTS: dict[str, Callable[[Content, str], str]] = {
    "points": _points,
    "proofs": _proof,
    "pairs": _pair,
    "notebooks": _notebook,
}
