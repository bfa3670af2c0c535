"""The comparison: one table of all rows, complete as it stands, and the controls for its script."""

import json
from collections import Counter
from collections.abc import Iterable
from html import escape

from scripts import api, clock
from scripts.content import Content, Page
from scripts.model.evidence import KINDS, kinds_of
from scripts.model.row import EDGES, GROUPS, RATINGS, Row, Side
from scripts.render import html

# Columns that can be hidden, with their titles; the criterion stays.
COLUMNS = {
    "tensorflow": "TensorFlow",
    "pytorch": "PyTorch",
    "edge": "Edge",
    "evidence": "Evidence",
    "checked": "Checked",
}
ONLY = {
    "differ": "where they differ",
    "proven": "measured or executed",
    "stale": "due for a new check",
}


def table(content: Content) -> str:
    """Controls, count and table; shown on compare/ alone, so its links start there."""
    rows = list(content.rows)
    link = html.proof_link(content, "../")
    bodies = []
    order = 0
    for group, title in GROUPS.items():
        members = [(page, row) for page, row in rows if row.group == group]
        if not members:
            continue
        lines = [
            f'<tbody data-group="{group}">',
            f'<tr class="compare__group"><th colspan="6" scope="rowgroup" id="group-{group}">{title} '
            f'<a class="headerlink" href="#group-{group}" title="Link to this group">¶</a></th></tr>',
        ]
        for page, row in members:
            lines += [_row(page, row, order), _more(row, link)]
            order += 1
        bodies.append("\n".join([*lines, "</tbody>"]))
    heads = " ".join(
        f'<th scope="col" data-column="{column}">{_mark(column)}{title}</th>'
        for column, title in {"criterion": "Criterion", **COLUMNS}.items()
    )
    return (
        f'<div class="compare" data-presets="{escape(_presets(content))}">\n{_controls(content)}\n'
        f'<table class="compare__table">\n<caption>{len(rows)} criteria in {len(bodies)} groups</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n" + "\n".join(bodies) + "\n</table>\n"
        "</div>\n"
    )


def summary(content: Content) -> str:
    """What the table says of itself: rows by strongest kind of evidence, by edge, and unknown ones."""
    rows = [row for _, row in content.rows]
    kinds = Counter(row.kind for row in rows)
    edges = Counter(row.edge for row in rows)
    due = sum(row.recheck_by <= clock.today() for row in rows)
    by_kind = ", ".join(f"**{kinds[kind]}** {kind}" for kind in KINDS)
    by_edge = ", ".join(f"**{edges[edge]}** {title}" for edge, title in EDGES.items())
    return (
        f"Of {len(rows)} rows, by the strongest evidence: {by_kind}. By edge: {by_edge}. "
        f"When this page was built, **{due}** of them were due for a new check. "
        "No sum follows from these counts: [why](/about/method.md#no-score).\n"
    )


def data() -> str:
    """Where the rows are as data: files that the build writes, so MkDocs knows nothing of them."""
    links = " · ".join(
        f'<a href="../{api.FOLDER}/{name}">{name}</a>'
        for name in ("comparison.json", "comparison.csv", api.SCHEMA)
    )
    row = f"{api.FOLDER}/rows/onnx-export.json"
    return (
        f"<p>The same rows as data: {links}. Each row has a file of its own, such as "
        f'<a href="../{row}">{row}</a>.</p>\n'
    )


def rating(side: Side) -> str:
    """A rating as its word; the style sets its sign before it."""
    return f'<span class="rating rating--{side.rating}">{RATINGS[side.rating][0]}</span>'


def edge(row: Row) -> str:
    """Who has the edge, with the framework's shape."""
    return f'<span class="edge edge--{row.edge}">{EDGES[row.edge]}</span>'


def _mark(column: str) -> str:
    marks = {"tensorflow": '<span class="tf"></span>', "pytorch": '<span class="pt"></span>'}
    return marks.get(column, "")


def _row(page: Page, row: Row, order: int) -> str:
    assert page.meta
    kinds = kinds_of(row.evidence)
    return (
        f'<tr class="compare__row" id="{page.id}" data-group="{row.group}" data-edge="{row.edge}" '
        f'data-kinds="{" ".join(kinds)}" data-differs="{str(row.differs).lower()}" '
        f'data-checked="{row.checked}" data-recheck="{row.recheck_by}" data-order="{order}">'
        f'<th scope="row"><a href="{page.id}/">{escape(page.meta.title)}</a> '
        f'<span class="compare__question">{escape(row.question)}</span></th> '
        f'<td data-label="TensorFlow" data-column="tensorflow">{rating(row.tensorflow)} '
        f"{html.inline(row.tensorflow.summary)}</td> "
        f'<td data-label="PyTorch" data-column="pytorch">{rating(row.pytorch)} '
        f"{html.inline(row.pytorch.summary)}</td> "
        f'<td data-label="Edge" data-column="edge">{edge(row)}</td> '
        f'<td data-label="Evidence" data-column="evidence">{", ".join(kinds)}</td> '
        f'<td data-label="Checked" data-column="checked">'
        f'<time datetime="{row.checked}">{clock.in_words(row.checked)}</time></td></tr>'
    )


def _more(row: Row, link: html.Link) -> str:
    return (
        '<tr class="compare__more"><td colspan="6"><details><summary>Why, and how we know</summary>\n'
        f"<p>{html.inline(row.why)}</p>\n"
        f"<p><b>The article:</b> {html.inline(row.article.says)}</p>\n"
        f"{html.evidence_list(row.evidence, link)}\n"
        f"<p>True for {escape(row.true_for)}. {html.dates(row)}</p>\n"
        "</details></td></tr>"
    )


def _presets(content: Content) -> str:
    """The rows of each reader, for the script."""
    presets = {preset.id: preset.rows for preset in content.presets}
    return json.dumps(presets, separators=(",", ":"))


def _controls(content: Content) -> str:
    presets = "".join(
        f'<label><input type="radio" name="preset" value="{preset.id}"> {escape(preset.title)}</label> '
        for preset in content.presets
    )
    return f"""\
<form class="compare__controls" aria-label="Filter the comparison" inert>
<p class="compare__search"><label for="compare-q">Filter by words</label> \
<input type="search" id="compare-q" name="q" maxlength="100" autocomplete="off"></p>
<details class="compare__filters"><summary>Filters, readers and columns</summary>
<fieldset><legend>For a reader</legend> \
<label><input type="radio" name="preset" value="" checked> Everybody</label> {presets}</fieldset>
{_boxes("Topic", "group", GROUPS.items())}
{_boxes("Edge", "edge", EDGES.items())}
{_boxes("Evidence", "evidence", ((kind, kind) for kind in KINDS))}
{_boxes("Only rows", "only", ONLY.items())}
{_boxes("Columns", "column", COLUMNS.items(), checked=True)}
</details>
<p class="compare__actions"><button type="button" name="mine" disabled>Only my picks (0)</button> \
<button type="button" name="copy" value="link">Copy link</button> \
<button type="button" name="copy" value="markdown">Copy as Markdown</button> \
<button type="button" name="copy" value="csv">Copy as CSV</button> \
<button type="reset">Show all</button></p>
<p class="compare__count" role="status"></p>
<p class="compare__note" role="alert" hidden></p>
</form>"""


def _boxes(legend: str, name: str, values: Iterable[tuple[str, str]], checked: bool = False) -> str:
    state = " checked" if checked else ""
    boxes = " ".join(
        f'<label><input type="checkbox" name="{name}" value="{value}"{state}> {escape(title)}</label>'
        for value, title in values
    )
    return f"<fieldset><legend>{legend}</legend> {boxes}</fieldset>"
